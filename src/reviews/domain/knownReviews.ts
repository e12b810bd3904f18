import type { CareHistory } from '../../children/domain/history.ts'
import type { ReviewFact } from '../../children/domain/record.ts'
import type { Finding } from '../../house/finding.ts'
import { compareDates, dayNumber, earlierOf, isAfter, laterOf } from '../../kernel/dates.ts'
import type { RegisterReviewFact } from '../registers/reviews.ts'
import type { KnownReview, ReviewSources } from './knownReview.ts'
import { byAge, disagreements, oddities } from './reviewOddities.ts'

/** A period of care is reviewed under these kinds; others have clocks of their own. */
const isOfTheCycle = (fact: RegisterReviewFact): boolean => fact.kind === 'CLA' || fact.kind === 'ADOPTION'

/**
 * The reviews held, one a day, in order: those of the return with those of the register. What the register leaves blank
 * the return fills. Where the two disagree, the register's code counts, and there is a finding.
 */
export function knownReviews(
  history: CareHistory,
  sources: ReviewSources,
): { reviews: KnownReview[]; findings: Finding[] } {
  const findings: Finding[] = []
  const byDay = new Map<number, KnownReview>()
  for (const fact of inOrder(history.record.reviews)) {
    const day = dayNumber(fact.heldOn)
    if (byDay.has(day)) continue
    byDay.set(day, {
      heldOn: fact.heldOn,
      participation: fact.participation || 'not_recorded',
      source: fact.source,
      details: null,
    })
  }
  for (const details of sources.registerReviews) {
    const { heldOn, status } = details
    // One that has begun and is to go on is held on the day it was opened, for the next clock: CLK-REV-9.
    if (status === 'CANCELLED' || heldOn === null || isAfter(heldOn, history.asAt) || !isOfTheCycle(details)) continue
    const day = dayNumber(heldOn)
    const inReturn = byDay.get(day)
    findings.push(...disagreements(history, details, heldOn, inReturn ?? null, sources))
    byDay.set(day, {
      heldOn,
      participation: details.participation ?? inReturn?.participation ?? 'not_recorded',
      source: inReturn?.source ?? null,
      details,
    })
  }
  const reviews = [...byDay.values()]
    .sort((a, b) => compareDates(a.heldOn, b.heldOn))
    .map((review) => byAge(history, review, findings))
  for (const review of reviews) findings.push(...oddities(history, review, sources))
  return { reviews, findings }
}

/** By day; of one day, a code recorded before a blank, and the lower of two. */
const inOrder = (reviews: readonly ReviewFact[]): ReviewFact[] =>
  [...reviews].sort(
    (a, b) =>
      compareDates(a.heldOn, b.heldOn) ||
      Number(a.participation === '') - Number(b.participation === '') ||
      a.participation.localeCompare(b.participation),
  )

/** From the first to the last day on which a review of the cycle is held in the register. */
export function spanOf(reviews: readonly RegisterReviewFact[]): ReviewSources['registerSpan'] {
  let span: ReviewSources['registerSpan'] = null
  for (const fact of reviews) {
    const { heldOn } = fact
    if (heldOn === null || !isOfTheCycle(fact)) continue
    span = span ? { from: earlierOf(span.from, heldOn), to: laterOf(span.to, heldOn) } : { from: heldOn, to: heldOn }
  }
  return span
}
