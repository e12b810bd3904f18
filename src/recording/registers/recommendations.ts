import * as z from 'zod'
import { type PlainDate, isBefore } from '../../kernel/dates.ts'
import { code, day, mandatory, optional, reference, text, wholeNumber, yesNo } from '../../registers/columns.ts'
import { type Fault, type RowOf, register } from '../../registers/register.ts'
import { reviews } from '../../reviews/registers/reviews.ts'

/** What became of a decision, as it was judged at a later review, in words. */
export const outcomes = {
  DONE: 'Done',
  PART_DONE: 'Partly done',
  NOT_DONE: 'Not done',
  NO_LONGER_NEEDED: 'No longer needed',
} as const

/** What the owner of a decision reports of it, by its code. */
export const reportedOutcomes = { DONE: 'Done', PART_DONE: 'Partly done', NOT_DONE: 'Not done' } as const

/** What names a decision in another: `R12/3` is decision 3 of review R12. Null where the text names none. */
export function decisionNamed(name: string): { reviewRef: string; number: number } | null {
  const [, reviewRef, number] = /^(.+?)\s*\/\s*(\d{1,9})$/.exec(name.trim()) ?? []
  return reviewRef === undefined ? null : { reviewRef, number: Number(number) }
}

/** A decision's name, as another that goes on with it gives it. */
export const decisionName = ({ reviewRef, number }: { reviewRef: string; number: number }): string =>
  `${reviewRef}/${number}`

/** The decisions (recommendations) of reviews. */
export const recommendations = register({
  name: 'recommendations',
  summary:
    'Each decision of a review: what is to be done, by whom, by when, what the child is told of it, and what became of it.',
  key: ['reviewRef', 'number'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    number: mandatory(wholeNumber('1 for the review’s first decision', { above: 0 })),
    text: mandatory(text('What is to be done')),
    responsible: mandatory(text('Who is to do it')),
    dueOn: optional(day('By when'), 'due_date'),
    urgent: optional(yesNo('It is urgent')),
    completedOn: optional(day('The day it was done'), 'completed_date'),
    childWords: optional(text('The same decision as it is told to the child')),
    easyWords: optional(text('As easy read says it; blank: child_words')),
    forChild: optional(yesNo('The child is told of it; blank is Y')),
    whyNotForChild: optional(text('Why the child is not told of it')),
    outcome: optional(code('What became of it, judged at a later review', outcomes)),
    lookedAtIn: optional(reference('review', 'The review at which that was judged, as in reviews')),
    carriedFrom: optional(text('The decision that it goes on with: review_ref/number')),
    reported: optional(code('What its owner reports of it, before a review judges it', reportedOutcomes)),
    reportedOn: optional(day('The day on which its owner reported that'), 'reported_date'),
    reportedBy: optional(text('Who reported it')),
    evidence: optional(text('What its owner gives as evidence')),
  }),
  checks: [
    {
      columns: ['whyNotForChild', 'forChild'],
      why: ({ forChild, whyNotForChild }) =>
        forChild === false && !whyNotForChild
          ? 'is blank: a decision that the child is not told of (for_child N) needs the reason'
          : null,
    },
    {
      // What was done on a day that is known needs no review to say so.
      columns: ['lookedAtIn', 'outcome', 'completedOn'],
      why: ({ outcome, lookedAtIn, completedOn }) =>
        outcome && !lookedAtIn && !(outcome === 'DONE' && completedOn)
          ? 'is blank: an outcome needs the review at which it was judged'
          : null,
    },
    {
      columns: ['reportedOn', 'reported'],
      why: ({ reportedOn, reported }) =>
        Boolean(reportedOn) === Boolean(reported) ? null : 'goes together with what was reported: give both or neither',
    },
    {
      columns: ['carriedFrom'],
      why: ({ carriedFrom }) =>
        carriedFrom && !decisionNamed(carriedFrom)
          ? 'is no decision like R12/3: the review, a slash, the number'
          : null,
    },
    {
      columns: ['carriedFrom', 'reviewRef', 'number'],
      why: ({ carriedFrom, reviewRef, number }) => {
        const named = carriedFrom ? decisionNamed(carriedFrom) : null
        return named && named.reviewRef === reviewRef && named.number === number ? 'is the decision itself' : null
      },
    },
  ],
  setChecks: [carriedFromKnown],
  checksWith: [{ reads: [reviews], faults: (rows, { rowsOf }) => besideReviews(rows, rowsOf(reviews)) }],
})

interface OfReview {
  reviewRef: string
  child: string
  heldOn: PlainDate | null
}

/** What a decision was judged at, or goes on with, is of the same child, and of a review no earlier, or no later, than its own. */
function besideReviews(
  rows: ReadonlyMap<string, { reviewRef: string; lookedAtIn: string | null; carriedFrom: string | null }>,
  all: readonly OfReview[],
): ReadonlyMap<string, readonly Fault[]> {
  const naming = [...rows].filter(([, { lookedAtIn, carriedFrom }]) => lookedAtIn !== null || carriedFrom !== null)
  if (naming.length === 0) return new Map()
  const byRef = new Map(all.map((one) => [one.reviewRef, one]))
  return new Map(
    naming.flatMap(([key, { reviewRef, lookedAtIn, carriedFrom }]): [string, Fault[]][] => {
      const own = byRef.get(reviewRef)
      const judged = lookedAtIn === null ? undefined : byRef.get(lookedAtIn)
      const before = byRef.get((carriedFrom && decisionNamed(carriedFrom)?.reviewRef) ?? '')
      if (!own) return []
      const faults: Fault[] = []
      if (judged && judged.child !== own.child)
        faults.push({ column: 'lookedAtIn', reason: 'is a review of another child' })
      else if (judged && isHeldBefore(judged, own))
        faults.push({ column: 'lookedAtIn', reason: 'is a review held before the decision was made' })
      if (before && before.child !== own.child)
        faults.push({ column: 'carriedFrom', reason: 'is a decision about another child' })
      else if (before && isHeldBefore(own, before))
        faults.push({ column: 'carriedFrom', reason: 'is a decision of a later review' })
      return faults.length === 0 ? [] : [[key, faults]]
    }),
  )
}

const isHeldBefore = (one: OfReview, other: OfReview): boolean =>
  one.heldOn !== null && other.heldOn !== null && isBefore(one.heldOn, other.heldOn)

/** A decision that goes on with another must name one that is there. */
function carriedFromKnown(
  rows: ReadonlyMap<string, { reviewRef: string; number: number; carriedFrom: string | null }>,
): ReadonlyMap<string, readonly Fault[]> {
  const known = new Set([...rows.values()].map(decisionName))
  return new Map(
    [...rows].flatMap(([key, { carriedFrom }]) => {
      const named = carriedFrom === null ? null : decisionNamed(carriedFrom)
      return !named || known.has(decisionName(named))
        ? []
        : [[key, [{ column: 'carriedFrom', reason: 'is no decision that is known here' }]]]
    }),
  )
}

/** One decision of a review. `forChild` null: the child is told of it. */
export type Decision = RowOf<typeof recommendations>
