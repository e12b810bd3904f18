import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type FosterCarerFact, fosterCarers } from '../registers/fosterCarers.ts'
import { type FosterReviewFact, fosterReviews } from '../registers/fosterReviews.ts'

/** A review of a household that was held. */
export interface HeldFosterReview extends FosterReviewFact {
  heldOn: PlainDate
}

/** A household as it is known on a day: nothing that happened later. */
export interface Household {
  carer: FosterCarerFact
  /** Held by that day, the first first. */
  held: readonly HeldFosterReview[]
  /** Planned and not yet held, whatever day they are for. */
  planned: readonly FosterReviewFact[]
}

const byHousehold = rememberedFor((reviews: readonly FosterReviewFact[]) =>
  Map.groupBy(reviews, ({ carerRef }) => carerRef),
)
const byRef = rememberedFor((carers: readonly FosterCarerFact[]) => new Map(carers.map((one) => [one.carerRef, one])))

/** What happened by a day; null for what came later or is not recorded. */
const seenBy = (day: PlainDate | null, asAt: PlainDate): PlainDate | null =>
  day && isOnOrBefore(day, asAt) ? day : null

/** The households that were approved by the day of the world, in the order of the register. */
export const householdsOf = rememberedFor((world: World): readonly Household[] =>
  recordsOf(world, fosterCarers)
    .filter(({ approvedOn }) => isOnOrBefore(approvedOn, world.asAt))
    .map((carer) => householdAs(world, carer)),
)

/** The household of this reference, or null where none is known on the day of the world. */
export function householdOf(world: World, carerRef: string): Household | null {
  const carer = byRef(recordsOf(world, fosterCarers)).get(carerRef)
  return carer && isOnOrBefore(carer.approvedOn, world.asAt) ? householdAs(world, carer) : null
}

function householdAs(world: World, carer: FosterCarerFact): Household {
  const { asAt } = world
  const own = byHousehold(recordsOf(world, fosterReviews)).get(carer.carerRef) ?? []
  const held = own
    .flatMap((review) => (review.status === 'HELD' && review.heldOn ? [{ ...review, heldOn: review.heldOn }] : []))
    .sort((a, b) => compareDates(a.heldOn, b.heldOn))
  const heldByNow = held.filter(({ heldOn }) => isOnOrBefore(heldOn, asAt))
  const planned = [
    ...held.filter(({ heldOn }) => isAfter(heldOn, asAt)),
    ...own.filter((review) => review.status === 'PLANNED' && !isHeldSince(review, heldByNow)),
  ]
  return {
    carer: {
      ...carer,
      firstPlacementOn: seenBy(carer.firstPlacementOn, asAt),
      ceasedOn: seenBy(carer.ceasedOn, asAt),
    },
    held: heldByNow.map((review) => ({
      ...review,
      investigationEndedOn: seenBy(review.investigationEndedOn, asAt),
      decisionOn: seenBy(review.decisionOn, asAt),
      noticeOn: seenBy(review.noticeOn, asAt),
    })),
    planned: planned.map((review) => ({
      ...review,
      investigationEndedOn: seenBy(review.investigationEndedOn, asAt),
    })),
  }
}

/** The row of a booking stays where the review was held on another day, under that day: it stands for the same review. */
const isHeldSince = ({ bookedFor }: FosterReviewFact, held: readonly HeldFosterReview[]): boolean =>
  bookedFor !== null && held.some((one) => one.bookedFor !== null && isSameDay(one.bookedFor, bookedFor))

/** Whether the approval holds on a day: from the approval up to, not including, its end. */
export const isApprovedOn = (
  { approvedOn, ceasedOn }: Pick<FosterCarerFact, 'approvedOn' | 'ceasedOn'>,
  day: PlainDate,
): boolean => isOnOrBefore(approvedOn, day) && (ceasedOn === null || isAfter(ceasedOn, day))

/** The latest day that the register of reviews tells of; null where it has none. */
export const latestReview = rememberedFor((reviews: readonly FosterReviewFact[]): PlainDate | null => {
  const days = reviews.flatMap(({ heldOn }) => heldOn ?? []).sort(compareDates)
  return days.at(-1) ?? null
})
