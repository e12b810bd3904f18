import { createHash } from 'node:crypto'
import type { SettledDate } from '../../documents/kind.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { type ReviewFacts, factsAsText, factsKept } from '../domain/facts.ts'
import { attendance } from '../registers/attendance.ts'
import { type ReviewDetails, blankDetails, reviewDetails } from '../registers/reviewDetails.ts'

/** The registers that hold the facts of a review. */
export const factRegisters = [reviews, reviewDetails, attendance] as const

/** The facts of a review as the registers hold them. */
export function factsOf(
  rows: <Row>(register: Register<Row>) => readonly Row[],
  review: RegisterReviewFact,
): ReviewFacts {
  const details = rows(reviewDetails).find(({ reviewRef }) => reviewRef === review.reviewRef)
  return factsKept(review, details ?? blankDetails(review.reviewRef), rows(attendance))
}

/** What a page carries of the facts that it showed: others say another thing. */
export const factsSeen = (facts: ReviewFacts): string =>
  createHash('sha256').update(factsAsText(facts)).digest('hex').slice(0, 24)

/** The row of details; null where there is none and nothing to say in one. */
function detailsRow(all: readonly ReviewDetails[], reviewRef: string, { details }: ReviewFacts): RowToKeep | null {
  const before = all.find((one) => one.reviewRef === reviewRef)
  const managerReason = before?.managerReason ?? null
  const row = keeping(reviewDetails, { ...details, reviewRef, managerReason })
  const saysNothing = Object.keys(row.content).every((column) => reviewDetails.key.includes(column))
  return before || !saysNothing ? row : null
}

/** The rows that hold these facts, beside what those rows say of other things. */
export function rowsOfFacts(rows: Rows, review: RegisterReviewFact, facts: ReviewFacts): RowToKeep[] {
  const { reviewRef } = review
  const details = detailsRow(rows(reviewDetails), reviewRef, facts)
  return [
    keeping(reviews, { ...review, ...facts.review }),
    ...(details ? [details] : []),
    ...facts.attendance.map((one) => keeping(attendance, { ...one, reviewRef })),
  ]
}

/** The facts as what an issue of the record settles with its day: all in one unit of work. */
export const factsSettled = (facts: ReviewFacts): SettledDate[] => [
  {
    register: reviews,
    column: 'record_date',
    settle: (rowsOf, ref, on) => {
      const review = rowsOf(reviews).find(({ reviewRef }) => reviewRef === ref)
      return review ? keeping(reviews, { ...review, ...facts.review, recordOn: review.recordOn ?? on }) : 'no_row'
    },
  },
  { register: reviewDetails, column: 'mode', settle: (rowsOf, ref) => detailsRow(rowsOf(reviewDetails), ref, facts) },
  ...facts.attendance.map((one): SettledDate => ({
    register: attendance,
    column: 'came',
    settle: (_rowsOf, ref) => keeping(attendance, { ...one, reviewRef: ref }),
  })),
]
