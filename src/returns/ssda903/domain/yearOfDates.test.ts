import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { yearOfDates } from './yearOfDates.ts'

/** A document whose child started on a day, and had reviews on others. */
const document = (from: string, ...reviews: readonly string[]) => ({
  content: JSON.stringify({ Header: ['2|2030-01-01'], Episodes: [`${from}|S|C2`], Reviews: reviews }),
})
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)

describe('the year that a return’s own dates speak of', () => {
  for (const { why, documents, year, expected } of [
    { why: 'is the year said', documents: times(20, document('2021-05-01', '2023-01-09')), year: 2022, expected: null },
    { why: 'is a later one, where a fifth of its children have dates after it', documents: [...times(4, document('2023-06-01')), ...times(16, document('2022-06-01'))], year: 2022, expected: { year: 2023, children: 4, of: 20 } },
    { why: 'is the one said where one date is mistyped', documents: [document('2032-06-01'), ...times(9, document('2022-06-01'))], year: 2022, expected: null },
    { why: 'is an earlier one, where hardly a date is in it', documents: [...times(19, document('2021-05-01', '2022-01-09')), document('2019-05-01')], year: 2022, expected: { year: 2021, children: 19, of: 20 } },
    { why: 'is the one said where some children have dates in it', documents: [...times(17, document('2021-05-01')), ...times(3, document('2022-05-01'))], year: 2022, expected: null },
    { why: 'is not asked of a few children', documents: times(4, document('2015-05-01')), year: 2022, expected: null },
  ]) {
    test(why, () => {
      assert.deepEqual(yearOfDates(documents, year), expected)
    })
  } // prettier-ignore
})
