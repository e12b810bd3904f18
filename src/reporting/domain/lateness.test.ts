import assert from 'node:assert/strict'
import { it } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { latenessOf } from './lateness.ts'

const held = (on: string, due: string) => ({ child: 'A', kind: 'review', date: date(on), due: date(due), counts: false, key: null, detail: () => ({}) }) // prettier-ignore

it('a review held by its day and completed too late is not among those late by days', () => {
  const { bands } = latenessOf([held('2022-09-06', '2022-09-07'), held('2022-09-08', '2022-09-07')])
  assert.deepEqual(bands, [
    { label: 'Held too early or completed too late', late: 1 },
    { label: '1 to 7 days late', late: 1 },
  ])
})
