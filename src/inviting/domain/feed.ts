import type { StoredRows } from '../../registers/register.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { type Instant, type PlainDate, addDays, isBefore } from '../../kernel/dates.ts'
import { momentAt } from '../../kernel/localTimes.ts'
import { bookingOf, everyMeeting } from '../../booking/domain/bookings.ts'
import type { TimeTold } from '../../messages/domain/message.ts'
import { timesMoved } from './facts.ts'

/** A meeting as an entry for calendars. It says nothing of a child, nor where: calendars are shared and synchronised. */
export interface MeetingEntry {
  uid: string
  sequence: number
  when: { from: Instant; until: Instant } | { day: PlainDate }
  summary: string
  description: string
  url: string | null
  isCancelled: boolean
  changedAt: Instant
}

/** From when to when; the day where the time is not known. An end that nobody has set is `minutes` after the start. */
export function whenOf(
  { on, startsAt, endsAt }: TimeTold & { endsAt: string | null },
  minutes: number,
): MeetingEntry['when'] {
  if (startsAt === null) return { day: on }
  const from = momentAt(on, startsAt)
  return { from, until: endsAt === null ? from.add({ minutes }) : momentAt(on, endsAt) }
}

/** A meeting of an officer, with whose it is. */
export interface OwnMeeting {
  child: string
  entry: MeetingEntry
}

/** What the entries of a feed are made with. */
export interface FeedMaking {
  today: PlainDate
  meetingMinutes: number
  /** The same for the same meeting, and nothing that names a child. */
  uidOf: (reviewRef: string, number: number) => string
  /** Null where it has no page of its own. */
  urlOf: (reviewRef: string) => string | null
  /** When the feed began: what nobody has moved since was not changed later. */
  since: Instant
}

/** Meetings that are over leave the feed after this many days: a calendar is no archive. */
const DAYS_KEPT = 90

/** The meetings of an officer, cancelled ones as cancelled; of a review with a day and no meeting yet, the day. */
export function meetingsOfOfficer(registers: StoredRows, officerId: string, making: FeedMaking): OwnMeeting[] {
  const meetingsOf = Map.groupBy(meetings.rowsIn(registers), ({ reviewRef }) => reviewRef)
  const all = reviews.rowsIn(registers).flatMap((review) =>
    everyMeeting(bookingOf(review, meetingsOf.get(review.reviewRef) ?? []))
      // Of a review that was held and has no meetings, nobody knows when it was to be.
      .filter(({ isDayOnly }) => !isDayOnly || review.status !== 'HELD'),
  )
  const oldest = addDays(making.today, -DAYS_KEPT)
  return all
    .filter((meeting) => meeting.officerId === officerId && !isBefore(meeting.on, oldest))
    .map((meeting) => ({ child: meeting.child, entry: entryOf(meeting, registers, making) }))
    .sort((a, b) => a.entry.uid.localeCompare(b.entry.uid))
}

type Meeting = Pick<MeetingFact, 'reviewRef' | 'number' | 'child' | 'on' | 'startsAt' | 'endsAt'> & {
  isCancelled: boolean
}

function entryOf(
  meeting: Meeting,
  registers: StoredRows,
  { meetingMinutes, uidOf, urlOf, since }: FeedMaking,
): MeetingEntry {
  const moves = rearrangements.rowsIn(registers).filter(({ reviewRef }) => reviewRef === meeting.reviewRef)
  const changes = moves.map(({ on }) => momentAt(on, '00:00'))
  return {
    uid: uidOf(meeting.reviewRef, meeting.number),
    sequence: timesMoved(registers, meeting.reviewRef) + Number(meeting.isCancelled),
    when: whenOf(meeting, meetingMinutes),
    summary: 'Review',
    description: 'Sign in to Footprint to see more.',
    // A service's own references may hold the child's id, which has no place in a calendar that others see.
    url: meeting.reviewRef.includes(meeting.child) ? null : urlOf(meeting.reviewRef),
    isCancelled: meeting.isCancelled,
    changedAt: changes.reduce(
      (latest, one) => (one.epochMilliseconds > latest.epochMilliseconds ? one : latest),
      since,
    ),
  }
}
