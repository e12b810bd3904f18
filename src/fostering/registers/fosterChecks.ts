import * as z from 'zod'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { household } from './fosterCarers.ts'

/** What is looked at in a household between reviews, in words. */
export const fosterCheckKinds = {
  UNANNOUNCED_VISIT: 'Unannounced visit',
  HEALTH_AND_SAFETY: 'Health and safety check',
  DISCLOSURE: 'Disclosure and Barring Service check',
  HEALTH: 'Medical report',
  PETS: 'Pet questionnaire',
  SAFER_CARING: 'Safer caring policy',
  TRAINING: 'Training',
} as const

/** Checks of a household and visits to it that nobody announced. */
export const fosterChecks = register({
  name: 'foster_checks',
  summary: 'Each check of a fostering household, and each visit to it that was not announced.',
  key: ['carerRef', 'kind', 'on', 'person'],
  columns: z.object({
    carerRef: mandatory(household('The household, as in foster_carers')),
    kind: mandatory(code('What was looked at', fosterCheckKinds)),
    on: mandatory(day('The day'), 'date'),
    person: optional(text('Of whom, where it is about one person')),
  }),
})

/** A check of a household. */
export type FosterCheckFact = RowOf<typeof fosterChecks>
