import type { FactSource, ReturnCoverage } from '../../children/domain/record.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { RegisterReviewFact } from '../registers/reviews.ts'

/** A review that was held, from the return, the service's register or both: one review where child and day match. */
export interface KnownReview {
  heldOn: PlainDate
  /** `PN0` to `PN7`, or `not_recorded`. */
  participation: string
  /** Its row in the return; null where only the register has it. */
  source: FactSource | null
  /** What the register says of it; null where only the return has it. */
  details: RegisterReviewFact | null
}

/** What is known of the reviews of one child beside the return, and how to judge by it. */
export interface ReviewSources {
  registerReviews: readonly RegisterReviewFact[]
  /** The days from the first to the last review that the register holds for anyone; null where it holds none. */
  registerSpan: { from: PlainDate; to: PlainDate } | null
  coverage: readonly ReturnCoverage[]
}
