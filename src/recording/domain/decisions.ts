import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import type { Decision } from '../registers/recommendations.ts'

const byReview = rememberedFor((all: readonly Decision[]) => {
  const found = Map.groupBy(all, ({ reviewRef }) => reviewRef)
  return new Map([...found].map(([ref, own]) => [ref, own.toSorted((a, b) => a.number - b.number)] as const))
})

/** The decisions of one review, in their order. */
export const decisionsOfReview = (all: readonly Decision[], reviewRef: string): readonly Decision[] =>
  byReview(all).get(reviewRef) ?? []

const ofReviews = rememberedFor((own: readonly RegisterReviewFact[]) =>
  rememberedWhileSame((all: readonly Decision[]): readonly Decision[] =>
    own.flatMap(({ reviewRef }) => decisionsOfReview(all, reviewRef)),
  ),
)

/** The decisions of these reviews, review by review in the order given. */
export const decisionsOf = (all: readonly Decision[], own: readonly RegisterReviewFact[]): readonly Decision[] =>
  ofReviews(own)(all)

/** Whether the child is told of it: unless it says that the child is not. */
export const isForChild = ({ forChild }: Pick<Decision, 'forChild'>): boolean => forChild !== false
