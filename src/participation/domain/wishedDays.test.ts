import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weekdaysRuledOut } from './wishedDays.ts'

for (const { when, days } of [
  { when: 'Not on a Friday', days: [5] },
  { when: 'After school, not Mondays or Fridays', days: [1, 5] },
  { when: 'No Wednesdays please', days: [3] },
  { when: 'On a Friday', days: [] },
  { when: 'Not in school hours, on a Friday', days: [] },
  { when: 'Not on Friday mornings', days: [] },
  { when: 'After school', days: [] },
  { when: null, days: [] },
]) {
  test(`a wish of when: ${when ?? 'none'}`, () => {
    assert.deepEqual([...weekdaysRuledOut(when)].sort(), days)
  })
}
