import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date, instant } from './dates.ts'
import { localOf, momentAt, readTime, spokenTime } from './localTimes.ts'

describe('local times', () => {
  for (const { why, day, time, moment } of [
    { why: 'in winter local time is UTC', day: '2026-01-15', time: '14:30', moment: '2026-01-15T14:30:00Z' },
    { why: 'in summer it is an hour ahead', day: '2026-07-15', time: '14:30', moment: '2026-07-15T13:30:00Z' },
    {
      why: 'just after midnight in summer is still the day before in UTC',
      day: '2026-07-15',
      time: '00:10',
      moment: '2026-07-14T23:10:00Z',
    },
    {
      why: 'a time that a clock change leaves out is the one after',
      day: '2026-03-29',
      time: '01:30',
      moment: '2026-03-29T01:30:00Z',
    },
    { why: 'of a time that comes twice, the first', day: '2026-10-25', time: '01:30', moment: '2026-10-25T00:30:00Z' },
  ]) {
    test(why, () => {
      assert.equal(momentAt(date(day), time).toString(), moment)
    })
  }

  test('a moment has a local day of its own', () => {
    const { day, time } = localOf(instant('2026-07-14T23:10:00Z'))
    assert.deepEqual([day.toString(), time], ['2026-07-15', '00:10'])
  })

  for (const [time, spoken] of [
    ['09:00', '9am'],
    ['09:05', '9:05am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['00:00', 'midnight'],
    ['00:15', '12:15am'],
    ['17:45', '5:45pm'],
  ] as const) {
    test(`${time} is read as ${spoken}`, () => {
      assert.equal(spokenTime(time), spoken)
    })
  }

  test('times as people type them', () => {
    for (const [typed, expected] of [
      ['14:30', '14:30'], ['2.30pm', '14:30'], ['2 PM', '14:00'], ['12am', '00:00'], ['12pm', '12:00'], ['midday', '12:00'],
      ['9:05', '09:05'], ['9', null], ['24:00', null], ['13pm', null], ['9:60', null], ['', null], ['soon', null],
    ] as const) assert.equal(readTime(typed), expected, typed) // prettier-ignore
  })
})
