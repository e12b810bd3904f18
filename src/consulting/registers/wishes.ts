import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, reference, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { reviews } from '../../reviews/registers/reviews.ts'

/** Where a child said what they want, in words. */
export const occasions = {
  REVIEW: 'At a review',
  CONSULTATION: 'In the form before a review',
  VISIT: 'On a visit',
  STATEMENT: 'In an app',
  OTHER: 'At another time',
} as const

/** What came of a wish, in words. */
export const wishOutcomes = { DONE: 'Done', PLANNED: 'Planned', NOT_POSSIBLE: 'Not possible' } as const

/** What children said they want, in their own words, and what was done. */
export const wishes = register({
  name: 'wishes',
  summary: 'What a child said they want, in the child’s own words, and what was done about it.',
  key: ['wishRef'],
  columns: z.object({
    wishRef: mandatory(text('The service’s own reference of the wish')),
    child: mandatory(child()),
    saidOn: mandatory(day('The day on which the child said it'), 'said_date'),
    words: mandatory(text('The child’s own words')),
    saidIn: mandatory(code('Where the child said it', occasions)),
    reviewRef: optional(reference('review', 'The review that it belongs to, as in reviews')),
    answer: optional(text('What is answered, or why it can’t be, for the child to read')),
    outcome: optional(code('What came of it', wishOutcomes)),
    answeredOn: optional(day('The day on which it was answered'), 'answered_date'),
    toldOn: optional(day('The day on which the child was told'), 'told_date'),
  }),
  checksWith: [
    {
      reads: [reviews],
      faults: (rows, { rowsOf }) => {
        const childOf = new Map(rowsOf(reviews).map(({ reviewRef, child: whose }) => [reviewRef, whose]))
        return new Map(
          [...rows].flatMap(([key, { child: whose, reviewRef }]) => {
            const ofReview = reviewRef === null ? undefined : childOf.get(reviewRef)
            return ofReview === undefined || ofReview === whose
              ? []
              : [[key, [{ column: 'reviewRef', reason: 'is a review of another child' }]] as const]
          }),
        )
      },
    },
  ],
  checks: [notBefore('answeredOn', 'saidOn'), notBefore('toldOn', 'saidOn')],
})

/** What a child said they want, and what was done about it. */
export type WishFact = RowOf<typeof wishes>

/** What came of a wish. */
export type WishOutcome = NonNullable<WishFact['outcome']>
