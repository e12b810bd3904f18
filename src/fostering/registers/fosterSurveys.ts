import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { register } from '../../registers/register.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { household } from './fosterCarers.ts'

/** What carers were asked, and how they would rather meet. */
export const fosterSurveys = register({
  name: 'foster_surveys',
  summary: 'Each survey sent to the carers of a household, and whether it came back.',
  key: ['carerRef', 'sentOn'],
  columns: z.object({
    carerRef: mandatory(household('The household, as in foster_carers')),
    sentOn: mandatory(day('The day it was sent'), 'sent_date'),
    returnedOn: optional(day('The day it came back'), 'returned_date'),
    prefers: optional(code('How the carers would rather meet', formats)),
    comment: optional(text('What they said')),
  }),
  checks: [notBefore('returnedOn', 'sentOn')],
})
