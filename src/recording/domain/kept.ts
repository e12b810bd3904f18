import { type PlainDate, earlierOf, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'

/** From which review on the register says of each when something was done; null where it never does. */
export interface RecordKept {
  decisions: PlainDate | null
  response: PlainDate | null
  record: PlainDate | null
  distribution: PlainDate | null
  /** Whether the social work report’s day is kept at all. */
  report: PlainDate | null
  /** Whether it is kept that the IRO spoke to the child. */
  consulted: PlainDate | null
}

/**
 * Since when the register keeps each date: the first day of a review held that has it, as far as that was known on
 * `asAt`. Before it nothing is known of that date, and nothing is overdue.
 */
export const recordKept = rememberedFor((reviews: readonly RegisterReviewFact[]) =>
  rememberedWhileSame((asAt: PlainDate): RecordKept => {
    const held = reviews.flatMap((review) =>
      review.status === 'HELD' && review.heldOn && isOnOrBefore(review.heldOn, asAt)
        ? [{ review, on: review.heldOn }]
        : [],
    )
    const first = (isKept: (review: RegisterReviewFact) => boolean): PlainDate | null =>
      held.reduce<PlainDate | null>(
        (earliest, { review, on }) => (isKept(review) ? (earliest ? earlierOf(earliest, on) : on) : earliest),
        null,
      )
    const known = (day: PlainDate | null): boolean => day !== null && isOnOrBefore(day, asAt)
    return {
      decisions: first(({ decisionsOn }) => known(decisionsOn)),
      response: first(({ managerRespondedOn }) => known(managerRespondedOn)),
      record: first(({ recordOn }) => known(recordOn)),
      distribution: first(({ distributedOn }) => known(distributedOn)),
      report: first(({ socialWorkerReportOn }) => known(socialWorkerReportOn)),
      consulted: first(({ childConsulted }) => childConsulted !== null),
    }
  }, 4),
)

/** The same as a list, which can be compared day by day. */
export const keptDays = ({ decisions, response, record, distribution, report, consulted }: RecordKept) => [
  decisions,
  response,
  record,
  distribution,
  report,
  consulted,
]

/** What such a list says. */
export const keptFrom = ([
  decisions = null,
  response = null,
  record = null,
  distribution = null,
  report = null,
  consulted = null,
]: readonly (PlainDate | null)[]): RecordKept => ({ decisions, response, record, distribution, report, consulted })
