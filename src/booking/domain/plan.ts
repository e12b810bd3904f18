import { bookingSetting } from '../../reviews/settings.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { addWorkingDays, workingDaysBefore } from '../../calendar/workingDays.ts'
import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { type PlainDate, daysBetween, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { awaitedBookings, everyone, groupOf, officersOf } from './awaited.ts'
import { type Booking, bookings, nextMeeting } from './bookings.ts'
import { byDay, comesAfter, bookingFor } from './bookingFor.ts'

/** Where the booking of a review stands, in words. */
export const bookingStates = {
  not_booked: 'Not booked',
  in_time: 'Booked in time',
  little_slack: 'Booked close to the due date',
  too_late: 'Booked too late',
  no_word: 'Date passed, outcome not recorded',
  opened: 'Begun, and to be completed',
  no_limit: 'Booked, with no time limit known',
} as const

export type BookingState = keyof typeof bookingStates

/** A review to be booked or booked, and how that stands. */
export interface PlannedReview {
  child: string
  kind: RegisterReviewKind
  /** What asks for it; null where no clock does. */
  deadline: Deadline | null
  /** By when it must be held, or completed where it has begun; null where nothing says. */
  due: PlainDate | null
  /** The last working day by then. */
  latestPractical: PlainDate | null
  /** The last day that leaves the authority's slack to move it once more. */
  bestBookedBy: PlainDate | null
  booking: Booking | null
  /** The meeting that is booked next; null where none is. */
  meeting: MeetingFact | null
  /** Calendar days from the meeting to the due date; below 0 where it is too late. */
  slackDays: number | null
  state: BookingState
  /** Who chairs the meeting, or whose child it is; null where nobody. */
  officerId: string | null
}

/** Every review that is asked for or booked, those to be booked soonest first. */
export const planOf = rememberedFor((world: World): readonly PlannedReview[] => {
  const officers = officersOf(world)
  return [...everyone(world)]
    .flatMap((child) => planOfChild(world, child, officers.get(child) ?? null))
    .sort((a, b) => byDay(a.bestBookedBy ?? a.due, b.bestBookedBy ?? b.due) || a.child.localeCompare(b.child))
})

/** The plan of one child: each review that is asked for with its booking, and bookings that nothing asks for. */
export function planOfChild(world: World, child: string, officerId: string | null): PlannedReview[] {
  const open = registerReviewsOf(world, child)
    .filter(({ status }) => status === 'PLANNED')
    .flatMap(({ reviewRef }) => bookings(world).get(reviewRef) ?? [])
  const paired = awaitedBookings(world, child).map((awaited) => ({
    awaited,
    booking: bookingFor(world, awaited, open),
  }))
  const rest = open.filter((booking) => !paired.some((pair) => pair.booking === booking) && !comesAfter(booking, open))
  return [
    ...paired.flatMap(({ awaited, booking }) => {
      const isOver = awaited.deadline.state === 'not_known' && booking === null
      return isOver ? [] : [planned(world, awaited.kind, child, awaited.deadline, booking, officerId)]
    }),
    ...rest.map((booking) => planned(world, booking.review.kind, child, null, booking, officerId)),
  ]
}

function planned(
  world: World,
  kind: RegisterReviewKind,
  child: string,
  deadline: Deadline | null,
  booking: Booking | null,
  allocatedTo: string | null,
): PlannedReview {
  const openedOn = booking?.review.heldOn ?? null
  const due = openedOn === null ? (deadline?.due ?? null) : completionLimit(world, openedOn)
  const latestPractical = openedOn === null ? (deadline?.latestPractical ?? null) : due
  const bestBookedBy =
    openedOn === null && latestPractical
      ? unlessCalendarTooShort(() =>
          workingDaysBefore(latestPractical, bookingSetting.of(world.settings).slackWorkingDays, world.holidays),
        )
      : due
  const meeting = booking && nextMeeting(booking)
  return {
    child,
    kind,
    deadline,
    due,
    latestPractical,
    bestBookedBy,
    booking,
    meeting,
    slackDays: meeting && due ? daysBetween(meeting.on, due) : null,
    state: stateOf(world.asAt, { openedOn, meeting, due, bestBookedBy }),
    officerId: meeting?.officerId ?? allocatedTo,
  }
}

/** The last day on which a review that was begun may be completed. CLK-REV-8, CLK-REV-9. */
export const completionLimit = (
  { settings, holidays }: Pick<World, 'settings' | 'holidays'>,
  openedOn: PlainDate,
): PlainDate | null =>
  unlessCalendarTooShort(() => addWorkingDays(openedOn, bookingSetting.of(settings).adjournmentWorkingDays, holidays))

function stateOf(
  today: PlainDate,
  {
    openedOn,
    meeting,
    due,
    bestBookedBy,
  }: {
    openedOn: PlainDate | null
    meeting: MeetingFact | null
    due: PlainDate | null
    bestBookedBy: PlainDate | null
  },
): BookingState {
  if (meeting && isBefore(meeting.on, today)) return 'no_word'
  if (openedOn !== null) return meeting && due && isAfter(meeting.on, due) ? 'too_late' : 'opened'
  if (!meeting) return 'not_booked'
  if (!due) return 'no_limit'
  if (isAfter(meeting.on, due)) return 'too_late'
  return bestBookedBy && !isOnOrBefore(meeting.on, bestBookedBy) ? 'little_slack' : 'in_time'
}

/** By when the next review of a kind's group is due; null where nothing says. */
export const dueOf = (world: World, child: string, kind: RegisterReviewKind): PlainDate | null =>
  awaitedBookings(world, child).find((awaited) => groupOf[awaited.kind] === groupOf[kind])?.deadline.due ?? null

/** The plan of the review that this reference names; null where it is none that is open. */
export const plannedFor = (world: World, reviewRef: string): PlannedReview | null =>
  planOf(world).find(({ booking }) => booking?.review.reviewRef === reviewRef) ?? null
