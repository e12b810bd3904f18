import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ICAL from 'ical.js'
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
/** The file's one entry and the calendar around it, by a parser that is not ours. */
function read(file: string): [ICAL.Component, ICAL.Component] {
  const calendar = ICAL.Component.fromString(file)
  const event = calendar.getFirstSubcomponent('vevent')
  assert.ok(event)
  return [event, calendar]
}

/** The lines of the file, those that were folded made whole. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar as a file', () => {
  test('gives an entry its moments in UTC, its version and where the details are', () => {
    const lines = linesOf(calendarFile('My reviews', [meeting], 'entries'))
    for (const line of [
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
    const lines = linesOf(calendarFile('My reviews', [{ ...meeting, when: { day: date('2026-07-15') } }], 'entries'))
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20260715'), lines.join('\n'))
  })

  for (const method of ['REQUEST', 'CANCEL'] as const) {
    test(`word of a meeting (${method}) names its organizer and its attendee, as RFC 5546 asks`, () => {
      const organizer = { name: 'Reviewing Service', address: 'irs@hartsmere.example' }
      const attendee = { name: '', address: 'jo.bell@example.org' }
      const isCancelled = method === 'CANCEL'
      const [event, calendar] = read(
        calendarFile('Review', [{ ...meeting, isCancelled }], { method, organizer, attendee }),
      )
      assert.equal(calendar.getFirstPropertyValue('method'), method)
      assert.equal(event.getFirstPropertyValue('status'), isCancelled ? 'CANCELLED' : 'CONFIRMED')
      assert.equal(event.getFirstPropertyValue('organizer'), 'mailto:irs@hartsmere.example')
      assert.equal(event.getFirstProperty('organizer')?.getFirstParameter('cn'), 'Reviewing Service')
      const attendees = event.getAllProperties('attendee')
      assert.deepEqual(
        attendees.map((one) => [
          String(one.getFirstValue()).toLowerCase(),
          one.getFirstParameter('partstat'),
          one.getFirstParameter('rsvp'),
        ]),
        [['mailto:jo.bell@example.org', 'NEEDS-ACTION', 'FALSE']],
      )
    })
  }

  test('entries to read are no word to anyone', () => {
    const [event, calendar] = read(calendarFile('My reviews', [meeting], 'entries'))
    assert.equal(calendar.getFirstProperty('method'), null)
    assert.equal(event.getFirstProperty('attendee'), null)
  })

  test('ends its lines as the standard asks', () => {
    assert.match(calendarFile('My reviews', [meeting], 'entries'), /^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR/)
  })
})
