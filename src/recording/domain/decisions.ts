import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { type Decision, decisionName, decisionNamed } from '../registers/recommendations.ts'

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

const VAGUE =
  /\b(?:to be (?:considered|explored|monitored|discussed|reviewed|looked (?:at|into))|as appropriate|where (?:possible|appropriate)|if possible|asap|as soon as possible|ongoing|continue to|consider(?:ation)?|explore|monitor|look into)\b/i

/** Whether a decision does not say what will have been done: it is flagged, never refused. */
export const isVague = ({ text }: Pick<Decision, 'text'>): boolean => VAGUE.test(text)

/** How often a decision has been carried forward until now, from review to review. */
export function timesCarried(decision: Pick<Decision, 'carriedFrom'>, all: readonly Decision[]): number {
  const seen = new Set<string>()
  let from = decision.carriedFrom
  while (from !== null) {
    const named = decisionNamed(from)
    const name = named && decisionName(named)
    if (named === null || name === null || seen.has(name)) break
    seen.add(name)
    from = decisionsOfReview(all, named.reviewRef).find(({ number }) => number === named.number)?.carriedFrom ?? null
  }
  return seen.size
}

/** The decision that goes on with another at a review; null where none does. */
export const carriedInto = (decision: Decision, reviewRef: string, all: readonly Decision[]): Decision | null =>
  decisionsOfReview(all, reviewRef).find(({ carriedFrom }) => {
    const named = carriedFrom === null ? null : decisionNamed(carriedFrom)
    return named !== null && decisionName(named) === decisionName(decision)
  }) ?? null

/** What is missing of a decision before it may be issued. IRO Handbook, chapter 3: a named person and a date. */
export const isUnfinished = ({ dueOn, responsible }: Pick<Decision, 'dueOn' | 'responsible'>): boolean =>
  dueOn === null || responsible.trim() === ''
