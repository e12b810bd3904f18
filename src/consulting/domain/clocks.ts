import { started } from '../../clocks/started.ts'
import { inviteDaysSetting } from '../../booking/settings.ts'
import { type CareHistory, periodOn } from '../../children/domain/history.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type Clock, type ClockRun, deadlineKind } from '../../clocks/clock.ts'
import {
  type PlainDate,
  daysBetween,
  earlierOf,
  isAfter,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
} from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { cycleOf, registerReviewsOf } from '../../reviews/domain/world.ts'
import { type MeetingFact, meetings } from '../../reviews/registers/meetings.ts'
import { type RearrangementFact, rearrangements } from '../../reviews/registers/rearrangements.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { type ConsultationFact, consultations } from '../registers/consultations.ts'
import { firstAskedOn } from './asked.ts'

/** What people are to hear before a review. */
export const invitationKind = deadlineKind({ id: 'invitation', words: 'Invitations of children to reviews' })

/** Invitation and consultation papers to the child, so many days before the review: 42 unless set otherwise. CLK-PRE-1. */
export const invitationClock = (days: number): Clock => ({
  id: 'CLK-PRE-1',
  kind: invitationKind,
  title: 'Invitation and consultation papers to the child',
  limit: { amount: days, unit: 'calendar_days', isBefore: true },
  rule: `at least ${days} days before the review`,
  source: 'Blackpool’s annual report 2013-14, paragraph 7.4',
  confidence: 'local practice',
})

/** A review that was booked, or moved, too late for that: soon after it was. CLK-PRE-1. */
const lateBookedClock: Clock = {
  id: 'CLK-PRE-1',
  kind: invitationKind,
  title: 'Invitation and consultation papers to the child',
  limit: { amount: 2, unit: 'working_days' },
  rule: 'within 2 working days of the day on which the review was booked, since it was booked too late for more',
  source: 'Blackpool’s annual report 2013-14, paragraph 7.4',
  confidence: 'local practice',
}

/** Since when forms are sent to children here, by the register; null where none ever was. */
const keptSince = rememberedFor((rows: readonly ConsultationFact[]) =>
  rows
    .filter(({ party }) => party === 'CHILD')
    .reduce<PlainDate | null>((first, { sentOn }) => (first === null ? sentOn : earlierOf(first, sentOn)), null),
)

/** The day on which each review was first booked, where its meetings say so. */
const bookedByReview = rememberedFor((rows: readonly MeetingFact[]) => {
  const days = new Map<string, PlainDate>()
  for (const { reviewRef, bookedOn } of rows) {
    if (bookedOn) days.set(reviewRef, earlierOf(days.get(reviewRef) ?? bookedOn, bookedOn))
  }
  return days
})

const movesByReview = rememberedFor((rows: readonly RearrangementFact[]) =>
  Map.groupBy(rows, ({ reviewRef }) => reviewRef),
)

/** The reviews of the child that are to come on the day of the world: what was held later had not been held then. */
const isOpen = ({ kind, status, heldOn }: RegisterReviewFact, asAt: PlainDate): boolean =>
  (kind === 'CLA' || kind === 'ADOPTION') &&
  (status === 'PLANNED' || (status === 'HELD' && heldOn !== null && isAfter(heldOn, asAt)))

/** What an invitation turns on: the review with its day, the day on which that was booked, and when the child was asked; null where nothing says. */
type Invited = readonly [
  review: RegisterReviewFact,
  bookedFor: PlainDate,
  bookedOn: PlainDate | null,
  sentOn: PlainDate | null,
]

function invitedIn(world: World, child: string): Invited[] {
  const moves = movesByReview(recordsOf(world, rearrangements))
  const firstBooked = bookedByReview(recordsOf(world, meetings))
  return registerReviewsOf(world, child).flatMap((review): Invited[] => {
    const { bookedFor, reviewRef } = review
    if (!bookedFor || !isOpen(review, world.asAt)) return []
    const move = moves
      .get(reviewRef)
      ?.findLast(({ on, toDay }) => isSameDay(toDay, bookedFor) && isOnOrBefore(on, world.asAt))
    const bookedOn = move?.on ?? firstBooked.get(reviewRef) ?? null
    return [[review, bookedFor, bookedOn, firstAskedOn(world, reviewRef, 'CHILD')]]
  })
}

/** Those who do not see all see other rows: so many answers are remembered of a child. */
const SIGHTS_REMEMBERED = 4

/**
 * One run a review. A first review can't be invited to so long ahead: it has one only where the day on which it was booked
 * is known, and no other day is guessed.
 */
const runsFrom = rememberedFor(({ record }: CareHistory) =>
  rememberedWhileSame(
    (days: number, isFirst: boolean, kept: PlainDate | null, invited: readonly Invited[]): readonly ClockRun[] =>
      invited.flatMap(([, bookedFor, bookedOn, sentOn]) => {
        const isLate = bookedOn !== null && daysBetween(bookedOn, bookedFor) < days
        if (isFirst && bookedOn === null) return []
        const isShort = (isFirst || isLate) && bookedOn !== null
        const startedBy = isShort
          ? { what: 'the booking of the review', on: bookedOn }
          : { what: 'the review', on: bookedFor }
        return [
          started(isShort ? lateBookedClock : invitationClock(days), record.child, startedBy, {
            satisfiedBy: sentOn && { what: 'the form sent to the child', on: sentOn },
            isSatisfactionRecorded: kept !== null && isOnOrAfter(bookedFor, kept),
          }),
        ]
      }),
    SIGHTS_REMEMBERED,
  ),
)

/** Since when forms are sent to children: the one thing that an invitation turns on besides the child. */
export const formsKeptSince = (world: World): readonly (PlainDate | null)[] => [
  keptSince(recordsOf(world, consultations)),
]

const none: readonly ClockRun[] = []

/** The invitations that are due to a child: CLK-PRE-1. */
export function invitationRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  const period = history && periodOn(history, world.asAt)
  if (!period) return none
  const invited = invitedIn(world, child)
  if (invited.length === 0) return none
  const isFirst = period.isStartRecorded && !cycleOf(world, history).held.some((held) => held.period === period)
  return runsFrom(history)(
    inviteDaysSetting.of(world.settings),
    isFirst,
    keptSince(recordsOf(world, consultations)),
    invited,
  )
}
