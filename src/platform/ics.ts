import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Instant, PlainDate } from '../kernel/dates.ts'

/** An entry of a calendar. Whatever stands in it can be read by whoever sees the calendar: no case detail. */
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

/** What a calendar file is for: a feed that is read again and again, an invitation, or word that a meeting is off. */
export type CalendarPurpose = 'feed' | 'request' | 'cancel'

const methods = {
  feed: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const

/** A calendar as an iCalendar file (RFC 5545), moments in UTC. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], purpose: CalendarPurpose): string {
  const calendar = ical({ name, method: methods[purpose], prodId: { company: 'Footprint', product: 'Footprint' } })
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
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
