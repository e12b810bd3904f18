import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isWithin } from '../../kernel/dates.ts'
import { bookings } from '../domain/bookings.ts'

/** A meeting in a calendar. */
export type CalendarEntry = MeetingFact

/** The meetings from a first to a last day that are booked or were held. */
export const calendarEntries = (world: World, first: PlainDate, last: PlainDate): CalendarEntry[] =>
  bookings(world)
    .all()
    .flatMap(({ meetings }) => meetings)
    .filter(({ status, on }) => status !== 'CANCELLED' && isWithin(on, first, last))
    .sort((a, b) => compareDates(a.on, b.on) || (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
