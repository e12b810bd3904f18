import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { reviewsByMonth } from './charts.ts'

test('reviews by month end with the month of the day, and with the year where it is over', () => {
  const child = aChild({ episodes: ['2022-05-09.. S C2 U6'], reviews: ['2022-06-06', '2022-09-05'] })
  const months = (asAt: string) => reviewsByMonth(aWorld([child], { asAt }))?.table.rows.map(([month]) => month)
  assert.deepEqual(months('2022-08-01'), ['Apr', 'May', 'Jun', 'Jul', 'Aug'])
  assert.equal(months('2023-03-31')?.length, 12)
})
