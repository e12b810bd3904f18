import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import type { ChildRecord, ReturnCoverage } from '../../children/domain/record.ts'
import { dayNumber } from '../../kernel/dates.ts'
import type { YearDocument } from '../../returns/ssda903/domain/document.ts'
import { mergeWithFindings } from '../../returns/ssda903/domain/merge.ts'
import { readReturn } from '../../returns/ssda903/read/readReturn.ts'
import { writeReturn } from '../write/returnWriter.ts'
import { makeUpAuthority } from './authority.ts'
import { oddityKinds } from './oddities.ts'

const folder = mkdtempSync(join(tmpdir(), 'later-returns-'))
after(() => {
  rmSync(folder, { recursive: true })
})

const [from, , to] = [2023, 2024, 2025].map(reportingYear)

/**
 * What the records say of the days up to one: each day of care with where the child lived, and each review. Not the code of
 * the placement: codes change, and a later return gives an episode of before its new one.
 */
function saidUpTo({ episodes, reviews }: ChildRecord, last: number): Set<string> {
  const days = episodes.flatMap((episode) => {
    const first = dayNumber(episode.from)
    const end = Math.min(last + 1, episode.to === null ? last + 1 : dayNumber(episode.to))
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index).flatMap((day) => [
      `in care on ${day}`,
      `placed with ${episode.provider} at ${episode.placementPostcode} on ${day}`,
    ])
  })
  const held = reviews
    .filter(({ heldOn }) => dayNumber(heldOn) <= last)
    .map(({ heldOn }) => `reviewed on ${dayNumber(heldOn)}`)
  return new Set([...days, ...held])
}

describe('a return that is imported after those of earlier years', () => {
  for (const history of ['year_only', 'carried'] as const) {
    for (const { seed, share } of [
      { seed: 3, share: 0 },
      { seed: 11, share: 0.6 },
      { seed: 29, share: 1 },
    ]) {
      test(`takes nothing from them without a finding (${history}, seed ${seed}, odd ${share})`, async () => {
        assert.ok(from && to)
        const oddities = { kinds: oddityKinds, share }
        const coverage: ReturnCoverage[] = []
        const documents = new Map<string, YearDocument[]>()
        for (const { scope, tables } of makeUpAuthority({ seed, children: 60, from, to, until: null, history, oddities }, holidays).returns) {
          const path = join(mkdtempSync(join(folder, 'return-')), scope.year.name)
          writeReturn(path, tables)
          const read = await readReturn(path, scope)
          assert.ok(read.ok)
          const known = [...coverage]
          const year = scope.year.startYear
          coverage.push({ year, carriesEarlierReviews: read.carriesEarlierReviews })
          const knownNow = [...coverage]
          const sent = new Map(read.documents.map(({ child, content, rows }) => [child, { year, content, rows }]))
          for (const child of new Set([...documents.keys(), ...sent.keys()])) {
            const before = documents.get(child) ?? []
            const document = sent.get(child)
            const now = document ? [...before, document] : before
            documents.set(child, now)
            if (before.length === 0) continue
            const was = mergeWithFindings(child, before, known)
            const is = mergeWithFindings(child, now, knownNow)
            const last = dayNumber(scope.year.firstDay) - 1
            const left = saidUpTo(is.record, last)
            const gone = [...saidUpTo(was.record, last)].filter((one) => !left.has(one))
            const told = new Set(was.findings.map(({ code, what }) => `${code} ${what}`))
            const isTold = is.findings.some(({ code, what }) => !told.has(`${code} ${what}`))
            assert.ok(gone.length === 0 || isTold, `${child} in ${scope.year.name}: ${gone.slice(0, 4).join('; ')}`)
          }
        }
      })
    }
  }
}) // prettier-ignore
