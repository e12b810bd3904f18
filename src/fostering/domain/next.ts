import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { type PlainDate, compareDates, isAfter, isBefore, isOnOrAfter } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { hasLeft } from '../../officers/domain/service.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { type HouseholdMemberFact, fosterHouseholds } from '../registers/fosterHouseholds.ts'
import type { FosterReviewFact } from '../registers/fosterReviews.ts'
import { fosteringKinds } from './deadlineKinds.ts'
import type { Household } from './households.ts'
import { openRunsOf } from './reviewRuns.ts'

/** What is open of a household on the day of the world, the soonest first. */
export const openOf = (world: World, household: Household): Deadline[] =>
  openRunsOf(world, household)
    .flatMap((run) => deadlineOf(run, world.asAt, world.holidays) ?? [])
    .sort((a, b) => compareDates(a.due, b.due))

/** The next review that is asked for: the soonest; null where none is. */
export const nextReview = (open: readonly Deadline[]): Deadline | null =>
  open.find(({ clock }) => clock.kind === fosteringKinds.review) ?? null

/** The day of a review that was held, or for which it is booked. Each has one of the two. */
export const dayOf = ({ heldOn, bookedFor }: Pick<FosterReviewFact, 'heldOn' | 'bookedFor'>): PlainDate | null =>
  heldOn ?? bookedFor

/** The review that is booked and whose day has not come. */
export const bookedAhead = ({ planned }: Household, day: PlainDate): FosterReviewFact | null =>
  planned.find((review) => isOnOrAfter(dayOf(review) ?? day, day)) ?? null

/** The booked reviews whose day has passed, of which nobody has said what happened. */
export const withoutOutcome = ({ planned }: Household, day: PlainDate): FosterReviewFact[] =>
  planned.filter(({ bookedFor }) => bookedFor !== null && isBefore(bookedFor, day))

/**
 * Whose household it is: the officer of the review that is booked, or else of the last one; null for nobody's. That of an
 * officer who has left waits for whoever takes over.
 */
export function officerOf(world: World, { planned, held }: Household): string | null {
  const officerId = planned.find((review) => review.officerId !== null)?.officerId ?? held.at(-1)?.officerId ?? null
  const officer = recordsOf(world, officers).find((one) => one.officerId === officerId)
  return officer && hasLeft(officer, world.asAt) ? null : officerId
}

/** Whether someone is of the household on a day. */
const isMember = ({ from, to }: HouseholdMemberFact, day: PlainDate): boolean =>
  !isAfter(from, day) && (to === null || isAfter(to, day))

const byHousehold = rememberedFor((members: readonly HouseholdMemberFact[]) =>
  Map.groupBy(members, ({ carerRef }) => carerRef),
)

/** Who is in a household, and who was. Whom the user may not see is not there. */
export function membersOf(world: World, { carer, held }: Household) {
  const all = byHousehold(recordsOf(world, fosterHouseholds)).get(carer.carerRef) ?? []
  const own = all.filter(({ from }) => !isAfter(from, world.asAt))
  const since = held.at(-1)?.heldOn ?? carer.approvedOn
  return {
    now: own.filter((one) => isMember(one, world.asAt)),
    before: own.filter((one) => !isMember(one, world.asAt)),
    /** Whom the next review asks: those of now, and the children who have left since the last one. */
    asked: own.filter(
      (one) =>
        isMember(one, world.asAt) || (one.party === 'FOSTERED_CHILD' && one.to !== null && isOnOrAfter(one.to, since)),
    ),
  }
}
