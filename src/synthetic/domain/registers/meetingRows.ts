import { isAfter } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import { type meetings, nothingMoreKnown } from '../../../reviews/registers/meetings.ts'
import type { rearrangements } from '../../../reviews/registers/rearrangements.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { type Booking, endsAt, isHeld, slackOf } from './bookings.ts'

const MEETING = 309

const formatWeights = { IN_PERSON: 74, HYBRID: 16, VIRTUAL: 10 }
const reasonsToMove = [
  ['CHILD', 'Asked for a day after exams'],
  ['PARENT', 'Could not come on that day'],
  ['CARER', 'Away on that day'],
  ['SOCIAL_WORKER', 'The report was not ready'],
  ['OFFICER', 'Absent on that day'],
  ['OTHER_PROFESSIONAL', 'The school asked for another day'],
] as const

/** How a review's people meet, and why its date was moved: told by the booking, before anyone has met. */
export function plansOf({ seeds }: Booking) {
  const random = randomOf(...seeds, MEETING)
  const format = random.weighted(formatWeights)
  const [askedBy, reason] = random.oneOf(reasonsToMove)
  return { format, askedBy, reason, isAtHome: random.isTrue(0.6) }
}

/** The meeting of a review that is booked with an officer, or was held. */
export function meetingRows(booking: Booking, { today }: Span): RowOf<typeof meetings>[] {
  const { slot, reviewRef, life, bookedOn } = booking
  if (!slot) return []
  const { format, isAtHome } = plansOf(booking)
  return [
    {
      ...nothingMoreKnown,
      reviewRef,
      number: 1,
      child: life.child,
      on: slot.on,
      startsAt: slot.startsAt,
      endsAt: endsAt(slot.startsAt),
      officerId: slot.officerId,
      place: format === 'VIRTUAL' ? null : isAtHome ? 'At home' : 'School',
      format,
      purpose: 'REVIEW',
      status: isHeld(booking, today) ? 'HELD' : 'BOOKED',
      bookedOn,
    },
  ]
}

/** The move of a review's date, once it was made. */
export function rearrangementRows(booking: Booking, { today }: Span): RowOf<typeof rearrangements>[] {
  const { reviewRef, life, review, moved } = booking
  if (!moved || isAfter(moved.on, today)) return []
  const { askedBy, reason } = plansOf(booking)
  return [
    {
      reviewRef,
      number: 1,
      child: life.child,
      on: moved.on,
      fromDay: moved.fromDay,
      toDay: review.heldOn,
      askedBy,
      reason,
      slackDays: slackOf(booking),
    },
  ]
}
