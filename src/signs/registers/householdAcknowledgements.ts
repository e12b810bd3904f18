import * as z from 'zod'
import { household } from '../../fostering/registers/fosterCarers.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { householdSignCodes } from '../domain/kinds.ts'

/** Who has seen a sign of a fostering household, when, and what they said of it. */
export const householdAcknowledgements = register({
  name: 'household_acknowledgements',
  summary: 'A sign of a fostering household that someone has seen, with what they said of it.',
  key: ['carerRef', 'kind', 'since'],
  columns: z.object({
    carerRef: mandatory(household('The household, as in foster_carers')),
    kind: mandatory(code('Which sign', householdSignCodes)),
    since: mandatory(day('Since when the sign was there')),
    on: mandatory(day('The day on which it was acknowledged'), 'date'),
    word: mandatory(text('What was said of it: what is done, or why nothing is')),
    by: optional(text('Who acknowledged it')),
  }),
  checks: [notBefore('on', 'since')],
})

/** A sign of a household that someone has acknowledged. */
export type HouseholdAcknowledgementFact = RowOf<typeof householdAcknowledgements>
