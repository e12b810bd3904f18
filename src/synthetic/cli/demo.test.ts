import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { date } from '../../kernel/dates.ts'
import { noProgress } from '../../platform/cli/progress.ts'
import type { ImportReturn } from '../../returns/ssda903/app/importReturn.ts'
import { readReturn } from '../../returns/ssda903/read/readReturn.ts'
import { prepareDemo } from './demo.ts'

const authority = { code: 'X99000001', name: 'Hartsmere (made up)' }
const today = date('2026-11-22')

/** Prepares the demonstration where these years were imported on these days; gives what it had imported. */
async function imported(imports: { year: number; on: string }[]): Promise<{ said: string[]; children: number[] }> {
  const children: number[] = []
  const importReturn: ImportReturn = async ({ path, year }) => {
    const read = await readReturn(path, { year })
    assert.ok(read.ok)
    children.push(read.documents.length)
    const changes = { added: read.documents.length, changed: 0, removed: 0, unchanged: 0 }
    const nobody = { addedChildren: [], changedChildren: [], removedChildren: [], otherYear: null, childrenShown: [] }
    return { outcome: 'stored', changes, ...nobody, rowCounts: read.rowCounts, warnings: [], findings: [] }
  }
  const said = await prepareDemo({
    authority,
    holidays,
    today,
    imports: () => Promise.resolve(imports.map(({ year, on }) => ({ year, on: date(on) }))),
    importReturn,
    progress: noProgress,
  })
  return { said, children }
}

const closed = [2022, 2023, 2024, 2025].map((year) => ({ year, on: '2026-11-01' }))

describe('the demonstration', () => {
  it('imports five years, the last an extract of today', async () => {
    const { said, children } = await imported([])
    assert.deepEqual(said, ['2022-23', '2023-24', '2024-25', '2025-26', '2026-27'])
    for (const count of children) assert.ok(count > 350, String(count))
  })

  const cases: { why: string; imports: { year: number; on: string }[]; expected: string[] }[] = [
    { why: 'all was imported today', imports: [...closed, { year: 2026, on: '2026-11-22' }], expected: [] },
    {
      why: 'the extract is of an earlier day',
      imports: [...closed, { year: 2026, on: '2026-11-21' }],
      expected: ['2026-27'],
    },
    {
      why: 'last year was imported only before it had ended',
      imports: [...closed.slice(0, 3), { year: 2025, on: '2026-03-31' }, { year: 2026, on: '2026-11-22' }],
      expected: ['2025-26'],
    },
    {
      why: 'a year was never imported',
      imports: [...closed.slice(1), { year: 2026, on: '2026-11-22' }],
      expected: ['2022-23'],
    },
  ]
  for (const { why, imports, expected } of cases) {
    it(`imports ${expected.join() || 'nothing'} where ${why}`, async () => {
      assert.deepEqual((await imported(imports)).said, expected)
    })
  }
})
