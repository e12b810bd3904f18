import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { valueOf } from '../../figures/compute.ts'
import { oversightFigures } from './figures.ts'

/** A count of 2022-23 by its keys: `EXPLOITATION 2`. */
async function counted(id: string, rows: readonly string[]): Promise<string[]> {
  const figure = oversightFigures.find((one) => one.id === id)
  assert.ok(figure)
  const { breakdown } = valueOf(figure, await worldOfFiles({ flags: ['child,kind,from,to', ...rows] }, { year: '2022-23' })) // prettier-ignore
  return breakdown.filter(({ value }) => value !== 0).map(({ key, value }) => `${key} ${String(value)}`)
}

describe('risks: those of the day and those of the year differ', () => {
  for (const { why, rows, open, inYear } of [
    { why: 'open', rows: ['A,EXPLOITATION,2022-06-01,'], open: ['EXPLOITATION 1'], inYear: ['EXPLOITATION 1'] },
    { why: 'over in the year', rows: ['A,EXPLOITATION,2022-06-01,2022-09-01'], open: [], inYear: ['EXPLOITATION 1'] },
    { why: 'over on its first day', rows: ['A,EXPLOITATION,2022-01-01,2022-04-01'], open: [], inYear: [] },
    { why: 'over on the day of the count', rows: ['A,MISSING,2022-01-01,2023-03-31'], open: [], inYear: ['MISSING 1'] },
    { why: 'begun after it', rows: ['A,MISSING,2023-04-01,'], open: [], inYear: [] },
    { why: 'several of one child', rows: ['A,MISSING,2022-05-01,', 'A,PROTECTION_PLAN,2022-05-01,2022-06-01'], open: ['MISSING 1'], inYear: ['MISSING 1', 'PROTECTION_PLAN 1'] }, // prettier-ignore
  ])
    test(why, async () => {
      assert.deepEqual([await counted('risks.open', rows), await counted('risks.in_year', rows)], [open, inYear])
    })
})
