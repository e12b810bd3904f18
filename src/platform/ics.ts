import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Instant, PlainDate } from '../kernel/dates.ts'

/** An entry of a calendar. Whatever stands in it can be read by anyone who sees the calendar: no case detail. */
export interface CalendarEntry {
  /** The same for the same meeting, whatever becomes of it. */
  uid: string
  /** Rises with each change of the meeting, so that calendars know which version is the later. */
  sequence: number
  /** From when to when; of a whole day, the day. */
  when: { from: Instant; until: Instant } | { day: PlainDate }
  summary: string
  description: string
  /** Where the details are; null for nowhere. */
  url: string | null
  isCancelled: boolean
  /** When it was changed last. */
  changedAt: Instant
}

/** Someone with an address for emails. */
export interface CalendarParty {
  /** Empty where none is known: the address stands for it. */
  name: string
  address: string
}

/**
 * What a calendar file is for: entries to read, or word from the organizer to one attendee that a meeting is on, or off.
 * RFC 5546 (3.2.2, 3.2.5) asks for both parties in such word; calendars that find neither do not offer to add the meeting.
 */
export type CalendarPurpose =
  'entries' | { method: 'REQUEST' | 'CANCEL'; organizer: CalendarParty; attendee: CalendarParty }

/** The parties as the library takes them. Nobody reads answers that a calendar would send, so none is asked for. */
const between = ({ organizer, attendee }: Exclude<CalendarPurpose, 'entries'>) => ({
  organizer: { name: organizer.name || organizer.address, email: organizer.address },
  attendees: [
    {
      ...(attendee.name && { name: attendee.name }),
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: false,
    },
  ],
})

/** A calendar as an iCalendar file (RFC 5545), moments in UTC. Only word from the organizer has a method. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], purpose: CalendarPurpose): string {
  const method = purpose === 'entries' ? null : ICalCalendarMethod[purpose.method]
  const calendar = ical({ name, method, prodId: { company: 'Footprint', product: 'Footprint' } })
  for (const { uid, sequence, when, summary, description, url, isCancelled, changedAt } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(changedAt.epochMilliseconds),
      ...('day' in when
        ? { start: new Date(`${when.day.toString()}T00:00:00Z`), allDay: true }
        : { start: new Date(when.from.epochMilliseconds), end: new Date(when.until.epochMilliseconds) }),
      summary,
      description,
      ...(url !== null && { url }),
      ...(purpose !== 'entries' && between(purpose)),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
