import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { aDatabase } from '../../test/support/database.ts'
import { holidays } from '../../test/support/holidays.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { valueOf } from '../figures/compute.ts'
import { isBefore } from '../kernel/dates.ts'
import { openDeadlines } from '../world/deadlines.ts'
import { allFigures } from './rooms.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { makeUpAuthority } from '../synthetic/domain/authority.ts'
import { oddityKinds } from '../synthetic/domain/oddities.ts'
import { writeReturn } from '../synthetic/write/returnWriter.ts'
import { servicesOn } from '../../test/support/services.ts'

describe('a year is worked out from those whom it concerns', async () => {
  const { database } = await aDatabase()
  const { importReturn, worlds } = await servicesOn(database)
  const { code } = demoAuthority
  const folder = mkdtempSync(join(tmpdir(), 'footprint-years-'))
  after(() => {
    rmSync(folder, { recursive: true })
  })
  const options = {
    seed: 5,
    children: 60,
    from: reportingYear(2019),
    to: reportingYear(2024),
    until: null,
    history: 'year_only' as const,
    oddities: { kinds: oddityKinds, share: 0.4 },
  }
  // A year without a return in between: what was open before it ends with the one after.
  for (const { scope, tables } of makeUpAuthority(options, holidays).returns) {
    if (scope.year.startYear === 2021) continue
    const path = join(folder, scope.year.name)
    writeReturn(path, tables)
    const asked = { authority: demoAuthority, year: scope.year, path, sourceName: path, isPreview: false }
    assert.equal((await importReturn(asked, () => undefined)).outcome, 'stored')
  }

  for (const startYear of [2019, 2020, 2021, 2022, 2024]) {
    const year = reportingYear(startYear)
    const everyone = await worlds.ofAll(code, year.lastDay, null)

    test(`${year.name}: its figures are those of everyone ever known`, async () => {
      const ofYear = await worlds.ofYear(code, year, year.lastDay, null)
      assert.ok(ofYear.histories.length <= everyone.histories.length)
      for (const figure of allFigures.all) {
        assert.deepEqual(valueOf(figure, ofYear), valueOf(figure, { ...everyone, year }), figure.id)
      }
    })

    test(`${year.name}: so is what is due on its last day`, async () => {
      const onDay = await worlds.onDay(code, year.lastDay, null)
      const shown = (world: typeof onDay) =>
        openDeadlines(world).map(({ child, clock, due }) => `${due.toString()} ${child} ${clock.id}`)
      assert.deepEqual(shown(onDay), shown(everyone))
    })
  }

  test('those whose care had ended before the last return are not read for what is due', async () => {
    const { lastDay } = reportingYear(2024)
    const { histories } = await worlds.onDay(code, lastDay, null)
    const ended = histories.filter(({ periods }) =>
      periods.every(({ endedOn }) => endedOn !== null && isBefore(endedOn, lastDay)),
    )
    // Some are, of whom something is dated so late.
    assert.ok(ended.length < histories.length / 10, `${ended.length} of ${histories.length}`)
  })
})
