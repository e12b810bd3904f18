import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../kernel/dates.ts'
import { firstOutside, hasQuietHours, isQuiet, mayGoAt } from './quietHours.ts'

const night = { from: '20:00', to: '08:00' }

describe('the first moment outside quiet hours', () => {
  for (const { why, quiet, moment, first } of [
    { why: 'by day: at once', quiet: night, moment: '2026-11-24T12:00:00Z', first: '2026-11-24T12:00:00Z' },
    { why: 'the last minute before', quiet: night, moment: '2026-11-24T19:59:59Z', first: '2026-11-24T19:59:59Z' },
    {
      why: 'in the evening: next morning',
      quiet: night,
      moment: '2026-11-24T20:00:00Z',
      first: '2026-11-25T08:00:00Z',
    },
    {
      why: 'after midnight: the same morning',
      quiet: night,
      moment: '2026-11-25T03:00:00Z',
      first: '2026-11-25T08:00:00Z',
    },
    { why: 'their end is not quiet', quiet: night, moment: '2026-11-25T08:00:00Z', first: '2026-11-25T08:00:00Z' },
    { why: 'in summer, by local time', quiet: night, moment: '2026-07-01T19:30:00Z', first: '2026-07-02T07:00:00Z' },
    { why: 'over the change to summer', quiet: night, moment: '2026-03-28T22:00:00Z', first: '2026-03-29T07:00:00Z' },
    { why: 'over the change to winter', quiet: night, moment: '2026-10-24T22:00:00Z', first: '2026-10-25T08:00:00Z' },
    {
      why: 'an end in the hour that is left out: with the jump',
      quiet: { from: '20:00', to: '01:30' },
      moment: '2026-03-29T00:30:00Z',
      first: '2026-03-29T01:00:00Z',
    },
    {
      why: 'an end in the hour that comes twice, the first time',
      quiet: { from: '20:00', to: '01:30' },
      moment: '2026-10-25T00:10:00Z',
      first: '2026-10-25T00:30:00Z',
    },
    {
      why: 'an end in the hour that comes twice, the second time',
      quiet: { from: '20:00', to: '01:30' },
      moment: '2026-10-25T01:10:00Z',
      first: '2026-10-25T01:30:00Z',
    },
    {
      why: 'a beginning in the hour that comes twice: not quiet between',
      quiet: { from: '01:01', to: '00:00' },
      moment: '2026-10-25T00:01:00Z',
      first: '2026-10-25T01:00:00Z',
    },
    {
      why: 'within one day',
      quiet: { from: '09:00', to: '15:30' },
      moment: '2026-11-24T12:00:00Z',
      first: '2026-11-24T15:30:00Z',
    },
    {
      why: 'the same time twice: never quiet',
      quiet: { from: '08:00', to: '08:00' },
      moment: '2026-11-24T08:00:00Z',
      first: '2026-11-24T08:00:00Z',
    },
  ]) {
    // prettier-ignore
    test(why, () => {
      assert.equal(firstOutside(quiet, instant(moment)).toString(), instant(first).toString())
    })
  }

  const times = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  // Half of them around the nights in which the clocks change.
  const starts = ['2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z', '2026-06-01T00:00:00Z', '2026-12-01T00:00:00Z']
  const moments = fc
    .tuple(fc.constantFrom(...starts), fc.integer({ min: -3000, max: 3000 }))
    .map(([start, minutes]) => instant(start).add({ minutes }))

  test('is not quiet, not earlier, and every minute before it is quiet', () => {
    fc.assert(
      fc.property(times, times, moments, (from, to, moment) => {
        const quiet = { from, to }
        const first = firstOutside(quiet, moment)
        assert.equal(isQuiet(quiet, first), false)
        assert.ok(first.epochMilliseconds >= moment.epochMilliseconds)
        for (let at = moment; at.epochMilliseconds < first.epochMilliseconds; at = at.add({ minutes: 1 })) {
          assert.ok(isQuiet(quiet, at), at.toString())
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('when a message may go', () => {
  const now = instant('2026-11-24T21:00:00Z')
  const morning = '2026-11-25T08:00:00Z'
  for (const { why, role, channel, sendFrom, goesAt } of [
    { why: 'a text to a child: in the morning', role: 'CHILD', channel: 'TEXT', sendFrom: null, goesAt: morning },
    { why: 'an email to a child: in the morning', role: 'CHILD', channel: 'EMAIL', sendFrom: null, goesAt: morning },
    {
      why: 'a letter to a child: at once',
      role: 'CHILD',
      channel: 'LETTER',
      sendFrom: null,
      goesAt: '2026-11-24T21:00:00Z',
    },
    {
      why: 'a text to a mother: at once',
      role: 'MOTHER',
      channel: 'TEXT',
      sendFrom: null,
      goesAt: '2026-11-24T21:00:00Z',
    },
    {
      why: 'not before it is to go',
      role: 'MOTHER',
      channel: 'TEXT',
      sendFrom: '2026-12-01T22:00:00Z',
      goesAt: '2026-12-01T22:00:00Z',
    },
    {
      why: 'to a child, not in the night of the day it is to go',
      role: 'CHILD',
      channel: 'TEXT',
      sendFrom: '2026-12-01T22:00:00Z',
      goesAt: '2026-12-02T08:00:00Z',
    },
    {
      why: 'a day that has passed: as now',
      role: 'CHILD',
      channel: 'TEXT',
      sendFrom: '2026-11-01T12:00:00Z',
      goesAt: morning,
    },
  ] as const) {
    // prettier-ignore
    test(why, () => {
      const message = { role, channel, sendFrom: sendFrom === null ? null : instant(sendFrom) }
      assert.equal(mayGoAt(message, night, now).toString(), instant(goesAt).toString())
      assert.equal(hasQuietHours(message), role === 'CHILD' && channel !== 'LETTER')
    })
  }
})
