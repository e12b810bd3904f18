import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anEntry } from '../../../test/support/booking.ts'
import { holidays } from '../../../test/support/holidays.ts'
import { date } from '../../kernel/dates.ts'
import { type MeetingEntry, judgeEntry } from './entry.ts'

const today = date('2022-11-01')
const codes = (day: string, more: Partial<MeetingEntry> = {}) =>
  judgeEntry(anEntry(day, more), today, null, holidays).problems.map((problem) => problem.code)

describe('a meeting as someone typed it', () => {
  for (const [why, day, more] of [
    ['on a Saturday', '2022-11-19', {}],
    ['on a Sunday', '2022-11-20', {}],
    ['on a bank holiday', '2022-12-26', {}],
    ['before 8am', '2022-11-22', { startsAt: '07:45' }],
    ['after 8pm', '2022-11-22', { startsAt: '19:30' }],
  ] as const) {
    test(`${why}: it is asked whether that is meant, and it is not refused`, () => {
      assert.deepEqual(codes(day, more), ['unusual_time'])
      assert.deepEqual(codes(day, { ...more, isUnusualTimeMeant: true }), [])
    })
  }
  test('from 8am to 8pm on a weekday nothing is asked', () => {
    assert.deepEqual(codes('2022-11-22', { startsAt: '08:00' }), [])
    assert.deepEqual(codes('2022-11-22', { startsAt: '19:00' }), [])
  })
  test('no place honours no wish about the place, but for a meeting by video', () => {
    const asWished = { place: null, isPlaceAsWished: true } as const
    assert.deepEqual(codes('2022-11-22', asWished), ['wished_place_missing'])
    assert.deepEqual(codes('2022-11-22', { ...asWished, format: 'VIRTUAL' }), [])
    assert.deepEqual(codes('2022-11-22', { place: 'Library', isPlaceAsWished: true }), [])
  })
})
