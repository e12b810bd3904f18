import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** The steps by which a young person is prepared for leaving care, in words. */
export const preparationStepNames = {
  NEEDS_ASSESSMENT: 'Needs assessed',
  PATHWAY_PLAN: 'Pathway plan made',
  ADVISER: 'Personal adviser named',
  ENTITLEMENTS: 'Entitlements explained',
  NATIONAL_INSURANCE: 'National Insurance number',
  BANK_ACCOUNT: 'Bank account',
  IDENTITY: 'Passport or other proof of identity',
  HEALTH_SUMMARY: 'Health summary given',
  EDUCATION: 'Education, training or work agreed',
  HOME: 'Where to live agreed',
  MONEY: 'Money from 18 arranged',
  RATING: 'Rating a month before leaving',
} as const

/** How ready a young person is, in words. */
export const readiness = { GREEN: 'Ready', AMBER: 'Ready in part', RED: 'Not ready' } as const

/** What is done to prepare a young person for leaving care. */
export const preparationSteps = register({
  name: 'preparation_steps',
  summary: 'Each step by which a young person is prepared for leaving care, and the day it was done.',
  key: ['child', 'step'],
  columns: z.object({
    child: mandatory(child()),
    step: mandatory(code('Which step', preparationStepNames)),
    on: mandatory(day('The day it was done'), 'date'),
    rating: optional(code('How ready the young person is: of the last step alone', readiness)),
    note: optional(text('What there is to say of it')),
  }),
  checks: [
    {
      columns: ['rating', 'step'],
      why: ({ rating, step }) => {
        if (step === 'RATING') return rating ? null : 'is blank: the rating a month before leaving needs one'
        return rating ? 'is only of the rating a month before leaving (RATING)' : null
      },
    },
  ],
})

/** A step of preparation that was done. */
export type PreparationStepFact = RowOf<typeof preparationSteps>

/** Which step it was. */
export type PreparationStep = PreparationStepFact['step']
