import type { RegisterReviewFact, RegisterReviewKind } from '../registers/reviews.ts'
import { type PlainDate, addMonths, compareDates, earlierOf, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'

/** From which day on the register says of everyone whether a review of a kind was held; null where it never does. */
export interface KeptSince {
  shortBreaks: PlainDate | null
  secure: PlainDate | null
  /** A review of any kind. */
  any: PlainDate | null
  /** Whether there is a permanence plan, which a review of the ordinary cycle records. */
  permanence: PlainDate | null
}

/** The same as a list, which can be compared day by day. */
export const keptSinceDays = ({ shortBreaks, secure, any, permanence }: KeptSince) => [
  shortBreaks,
  secure,
  any,
  permanence,
]

/** What the register says beside the return: the child’s own reviews, and since when it keeps them of everyone. */
export interface ReviewRegister {
  reviews: readonly RegisterReviewFact[]
  kept: Pick<KeptSince, 'shortBreaks' | 'secure'>
}

/** Since when this register keeps what the return does not: since the first review held that it has of each. */
export const keptSince = rememberedFor((reviews: readonly RegisterReviewFact[]): KeptSince => {
  const first = (isAsked: (review: RegisterReviewFact) => boolean): PlainDate | null =>
    reviews.reduce<PlainDate | null>(
      (earliest, review) =>
        review.status === 'HELD' && review.heldOn && isAsked(review)
          ? earliest === null
            ? review.heldOn
            : earlierOf(earliest, review.heldOn)
          : earliest,
      null,
    )
  return {
    shortBreaks: first(({ kind }) => kind === 'SHORT_BREAK'),
    secure: first(({ kind }) => kind === 'SECURE'),
    any: first(() => true),
    permanence: first(({ permanencePlan }) => permanencePlan !== null),
  }
})

/** Whether a limit of months that began on a day ends when the register is kept: then it shows whether it was met. */
export const isKeptWhenDue = (since: PlainDate | null, startedOn: PlainDate, months: number): boolean =>
  since !== null && isOnOrAfter(addMonths(startedOn, months), since)

/** The days of the reviews of these kinds that were held by a day, in order. */
export const heldDays = (
  reviews: readonly RegisterReviewFact[],
  kinds: readonly RegisterReviewKind[],
  asAt: PlainDate,
): PlainDate[] =>
  reviews
    .flatMap(({ kind, status, heldOn }) =>
      status === 'HELD' && heldOn !== null && kinds.includes(kind) && isOnOrBefore(heldOn, asAt) ? [heldOn] : [],
    )
    .sort(compareDates)
