import * as z from 'zod'
import { officer } from '../../officers/registers/officers.ts'
import { code, day, mandatory, optional, text, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What kind of feedback it is, in words. */
export const feedbackKinds = { COMPLAINT: 'Complaint', COMPLIMENT: 'Compliment', SURVEY: 'Answer to a survey' } as const

/** From whom feedback is, in words. */
export const feedbackFrom = {
  CHILD: 'Child',
  PARENT: 'Parent',
  CARER: 'Carer',
  PARTNER: 'Partner agency',
  OTHER: 'Someone else',
} as const

/** Complaints, compliments and answers to surveys. */
export const feedback = register({
  name: 'feedback',
  summary: 'Each complaint, compliment or answer to a survey about the service.',
  key: ['feedbackRef'],
  columns: z.object({
    feedbackRef: mandatory(text('The service’s own reference')),
    on: mandatory(day('The day on which it came'), 'date'),
    kind: mandatory(code('What it is', feedbackKinds)),
    from: optional(code('Who gave it', feedbackFrom)),
    aboutOfficer: optional(officer('The officer whom it is about, as in officers')),
    stage: optional(text('Of a complaint, the stage that it reached')),
    text: optional(text('What was said')),
    outcome: optional(text('What came of it')),
    learning: optional(text('What the service learnt from it')),
    mayQuote: optional(yesNo('The person agrees to be quoted')),
  }),
})

/** A complaint, a compliment or an answer to a survey. */
export type FeedbackFact = RowOf<typeof feedback>
