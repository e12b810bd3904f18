import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, decimal, mandatory, optional, reference, text, wholeNumber } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Who asked for another date, in words. */
export const askers = {
  CHILD: 'The child',
  PARENT: 'A parent',
  CARER: 'The carer',
  SOCIAL_WORKER: 'The social worker',
  OFFICER: 'The IRO',
  OTHER_PROFESSIONAL: 'Another professional',
  SERVICE: 'The reviewing service',
} as const

/** The moves of reviews' dates. */
export const rearrangements = register({
  name: 'rearrangements',
  summary: 'Each time a review was moved: from when to when, who asked, why, and how much time was left.',
  key: ['reviewRef', 'number'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    number: mandatory(wholeNumber('1 for the first time', { above: 0 })),
    child: mandatory(child()),
    on: mandatory(day('The day on which it was moved'), 'date'),
    fromDay: mandatory(day('The day it was booked for until then'), 'from_date'),
    toDay: mandatory(day('The day it is booked for from then on'), 'to_date'),
    askedBy: mandatory(code('Who asked', askers)),
    reason: mandatory(text('Why')),
    slackDays: optional(decimal('Days from the new day to when the review is due; below 0 where that is past')),
  }),
})

/** One move of a review’s date. `slackDays`: from the new day to when the review is due; below 0 where that is past; null where no due date was known. */
export type RearrangementFact = RowOf<typeof rearrangements>
