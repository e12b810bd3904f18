import * as z from 'zod'
import type { RearrangementFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { code, day, decimal, mandatory, optional, reference, text, wholeNumber } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Who asked for another date, in words. */
export const askers = {
  CHILD: 'The child',
  PARENT: 'A parent',
  CARER: 'The carer',
  SOCIAL_WORKER: 'The social worker',
  OFFICER: 'The officer',
  OTHER_PROFESSIONAL: 'Another professional',
  SERVICE: 'The reviewing service',
} as const

/** The moves of reviews' dates. */
export const rearrangements = register({
  name: 'rearrangements',
  summary: 'Each time a review was moved: from when to when, who asked, why, and how much time was left.',
  key: ['review_ref', 'number'],
  columns: z.object({
    review_ref: mandatory(reference('review', 'The review, as in reviews')),
    number: mandatory(wholeNumber('1 for the first time', { above: 0 })),
    child: mandatory(child()),
    date: mandatory(day('The day on which it was moved')),
    from_date: mandatory(day('The day it was booked for until then')),
    to_date: mandatory(day('The day it is booked for from then on')),
    asked_by: mandatory(code('Who asked', askers)),
    reason: mandatory(text('Why')),
    slack_days: optional(decimal('Days from the new day to when the review is due; below 0 where that is past')),
  }),
})

export const rearrangementFact = (row: RowOf<typeof rearrangements>): RearrangementFact => ({
  reviewRef: row.review_ref,
  number: row.number,
  child: row.child,
  on: row.date,
  fromDay: row.from_date,
  toDay: row.to_date,
  askedBy: row.asked_by,
  reason: row.reason,
  slackDays: row.slack_days,
})
