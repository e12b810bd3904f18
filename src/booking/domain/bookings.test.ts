import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aMeeting, aReview } from '../../../test/support/inviting.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { date } from '../../kernel/dates.ts'
import { withVersion } from '../../registers/version.ts'
import { bookingOf, meetingOf, nextMeeting, versionOfBooking } from './bookings.ts'

const today = date('2022-11-22')
const on = (day: string, more: Partial<MeetingFact> = {}) => aMeeting({ on: date(day), ...more })
const off = { status: 'CANCELLED' } as const
/** A meeting as `2023-02-15`; `(…)` where it is known by its day alone, `not …` where it does not take place. */
const words = (meeting: { on: MeetingFact['on']; isDayOnly?: boolean; isCancelled?: boolean } | null): string => {
  if (meeting === null) return 'none'
  const day = meeting.isDayOnly === true ? `(${meeting.on.toString()})` : meeting.on.toString()
  return meeting.isCancelled === true ? `not ${day}` : day
}

describe('the meeting of a review', () => {
  // The register of reviews has the day 15 February 2023 in each of these, unless it says otherwise.
  for (const { why, review = {}, meetings = [], next, asked } of [
    { why: 'the only one', meetings: [on('2023-02-15')], next: '2023-02-15', asked: '2023-02-15' },
    {
      why: 'the next of a series',
      meetings: [
        on('2022-11-01', { status: 'HELD' }),
        on('2022-12-01', { number: 2 }),
        on('2023-01-01', { number: 3 }),
      ],
      next: '2022-12-01',
      asked: '2022-12-01',
    },
    {
      why: 'of one whose day has passed without a word and a later one: the first waits for a word, to the second people come',
      meetings: [on('2022-11-21'), on('2022-12-01', { number: 2, purpose: 'SERIES' })],
      next: '2022-11-21',
      asked: '2022-12-01',
    },
    {
      why: 'the one booked anew, not the one cancelled',
      meetings: [on('2022-12-01', off), on('2022-12-20', { number: 2 })],
      next: '2022-12-20',
      asked: '2022-12-20',
    },
    {
      why: 'cancelled, to be booked again: no day is left in the register of reviews',
      review: { booked_date: '' },
      meetings: [on('2022-12-01', off)],
      next: 'none',
      asked: 'not 2022-12-01',
    },
    {
      why: 'cancelled by a file, which left the day in the register of reviews',
      meetings: [on('2023-02-15', off)],
      next: 'none',
      asked: 'not 2023-02-15',
    },
    {
      why: 'cancelled here, and booked for another day by a file',
      meetings: [on('2022-12-01', off)],
      next: '(2023-02-15)',
      asked: '(2023-02-15)',
    },
    { why: 'its day has passed', meetings: [on('2022-11-21')], next: '2022-11-21', asked: '2022-11-21' },
    { why: 'only a day in the register of reviews', next: '(2023-02-15)', asked: '(2023-02-15)' },
    { why: 'only a day, of a review that is cancelled', review: off, next: 'none', asked: 'not (2023-02-15)' },
    {
      why: 'only a day, of a review that was held',
      review: { status: 'HELD', held_date: '2022-11-01' },
      next: 'none',
      asked: '(2023-02-15)',
    },
    {
      why: 'only a day, of a review that has begun',
      review: { held_date: '2022-11-01' },
      next: 'none',
      asked: '(2023-02-15)',
    },
    {
      why: 'a cancelled review whose meeting nobody has cancelled',
      review: off,
      meetings: [on('2023-02-15')],
      next: '2023-02-15',
      asked: 'not 2023-02-15',
    },
    { why: 'nothing was ever booked', review: { booked_date: '' }, next: 'none', asked: 'none' },
  ]) {
    test(`${why}: to be done ${next}, asked to ${asked}`, () => {
      const booking = bookingOf(aReview(review), meetings)
      const found = nextMeeting(booking)
      assert.equal(words(found && { ...found, isDayOnly: found === booking.dayOnly }), next)
      assert.equal(words(meetingOf(booking, today)), asked)
    })
  }
})

test('a booking is of another version once its review, a meeting or a move of it has changed, or another has come', () => {
  const stored = (review: string, ...meetings: string[]) =>
    versionOfBooking(
      bookingOf(
        withVersion(aReview(), review),
        meetings.map((version, index) => withVersion(aMeeting({ number: index + 1 }), version)),
      ),
    )
  assert.equal(stored('1', '2'), stored('1', '2'))
  const all = [stored('1'), stored('1', '1'), stored('1', '2'), stored('3', '2'), stored('1', '2', '2')]
  assert.equal(new Set(all).size, all.length)
})
