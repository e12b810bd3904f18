import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { BOROUGH } from '../../test/support/borough.ts'
import { aDatabase } from '../../test/support/database.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { date } from '../kernel/dates.ts'
import { servicesOn } from '../../test/support/services.ts'

describe('where the return and the register of reviews disagree', async () => {
  const { database } = await aDatabase()
  const { importReturn, registersImport, findings } = await servicesOn(database)
  const authority = { code: 'E09000033', name: 'Westminster' }
  const folder = mkdtempSync(join(tmpdir(), 'footprint-findings-'))
  after(() => {
    rmSync(folder, { recursive: true })
  })
  writeFileSync(
    join(folder, 'reviews.csv'),
    [
      'review_ref,child,kind,status,held_date,participation_code',
      'R1,620119,CLA,HELD,2022-05-11,PN1',
      'R2,620119,CLA,HELD,2022-07-28,PN1',
      'R3,620119,CLA,HELD,2023-02-11,PN1',
    ].join('\n'),
  )
  const data = join(BOROUGH, 'data')
  const asked = { authority, year: reportingYear(2022), path: data, sourceName: data, isPreview: false }
  assert.equal((await importReturn(asked, () => undefined)).outcome, 'stored')
  const lastDay = date('2023-03-31')
  const listed = async (scope: 'authority' | 'child') =>
    (scope === 'authority'
      ? await findings.ofAuthority(authority.code, lastDay)
      : await findings.ofChild(authority.code, '620119', lastDay)
    )
      .filter(({ child }) => child === '620119')
      .map(({ code }) => code)
      .sort()
  assert.deepEqual(await listed('authority'), [])
  const registers = { authority, path: folder, sourceName: folder, isKeepingValidRows: false, recordedBy: null }
  assert.ok((await registersImport.store(registers)).change)

  for (const scope of ['authority', 'child'] as const) {
    test(`each case is listed, of the ${scope}, as soon as the register has it`, async () => {
      assert.deepEqual(await listed(scope), [
        'participation_differs',
        'review_not_in_register',
        'review_not_in_return',
        'review_not_in_return',
      ])
    })
  }
})
