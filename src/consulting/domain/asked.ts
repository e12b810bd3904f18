import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { type ConsultationFact, type Party, consultations } from '../registers/consultations.ts'

/** A form sent before a review, as it is known on a day: what happened later is not seen. */
export interface Asked extends ConsultationFact {
  review: RegisterReviewFact
}

const byReference = rememberedFor(
  (rows: readonly RegisterReviewFact[]) => new Map(rows.map((review) => [review.reviewRef, review])),
)

const byReview = rememberedFor((rows: readonly ConsultationFact[]) => Map.groupBy(rows, ({ reviewRef }) => reviewRef))

/** The forms sent by the day of the world, with their reviews, in order of the day on which they were sent. */
export const askedIn = rememberedFor((world: World): readonly Asked[] => {
  const reviewOf = byReference(recordsOf(world, reviews))
  return recordsOf(world, consultations)
    .flatMap((form) => {
      const review = reviewOf.get(form.reviewRef)
      return review && isOnOrBefore(form.sentOn, world.asAt) ? [{ ...form, ...asAt(form, world.asAt), review }] : []
    })
    .sort((a, b) => compareDates(a.sentOn, b.sentOn))
})

const asAt = ({ returnedOn, medium }: ConsultationFact, day: PlainDate) =>
  returnedOn && isOnOrBefore(returnedOn, day) ? { returnedOn, medium } : { returnedOn: null, medium: null }

/** The forms of a review, in the order in which they were sent, whatever the day. */
export const formsOfReview = (world: World, reviewRef: string): ConsultationFact[] =>
  (byReview(recordsOf(world, consultations)).get(reviewRef) ?? []).toSorted((a, b) => compareDates(a.sentOn, b.sentOn))

/** The day on which a party was first asked before a review, by the day of the world; null where it was not. */
export const firstAskedOn = (world: World, reviewRef: string, party: Party): PlainDate | null =>
  formsOfReview(world, reviewRef).find((form) => form.party === party && isOnOrBefore(form.sentOn, world.asAt))
    ?.sentOn ?? null
