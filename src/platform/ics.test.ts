import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date, instant } from '../kernel/dates.ts'
import { type CalendarEntry, calendarFile } from './ics.ts'

const meeting: CalendarEntry = {
  uid: 'r1-1@footprint',
  sequence: 2,
  when: { from: instant('2026-07-15T13:30:00Z'), until: instant('2026-07-15T14:30:00Z') },
  summary: 'Review',
  description: 'Details: see Footprint; sign in, first',
  url: 'https://footprint.example/r/r1',
  isCancelled: false,
  changedAt: instant('2026-07-01T08:00:00Z'),
}
/** The lines of the file, those that were folded made whole. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar as a file', () => {
  test('gives an entry its moments in UTC, its version and where the details are', () => {
    const lines = linesOf(calendarFile('My reviews', [meeting], 'feed'))
    for (const line of [
      'METHOD:PUBLISH',
      'UID:r1-1@footprint',
      'SEQUENCE:2',
      'DTSTAMP:20260701T080000Z',
      'DTSTART:20260715T133000Z',
      'DTEND:20260715T143000Z',
      'STATUS:CONFIRMED',
      'DESCRIPTION:Details: see Footprint\\; sign in\\, first',
      'URL;VALUE=URI:https://footprint.example/r/r1',
    ]) {
      assert.ok(lines.includes(line), `${line} in\n${lines.join('\n')}`)
    }
  })

  test('an entry without a time takes the whole day, in summer too', () => {
    const lines = linesOf(calendarFile('My reviews', [{ ...meeting, when: { day: date('2026-07-15') } }], 'feed'))
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20260715'), lines.join('\n'))
  })

  test('a meeting that is off says so', () => {
    const lines = linesOf(calendarFile('Review', [{ ...meeting, isCancelled: true }], 'cancel'))
    assert.ok(lines.includes('METHOD:CANCEL') && lines.includes('STATUS:CANCELLED'))
  })

  test('ends its lines as the standard asks', () => {
    assert.match(calendarFile('My reviews', [meeting], 'feed'), /^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR/)
  })
})
