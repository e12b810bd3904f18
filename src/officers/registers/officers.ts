import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import {
  code,
  day,
  decimal,
  emailAddress,
  identifier,
  mandatory,
  optional,
  reference,
  text,
} from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

const OFFICER = 'officer'

/** A column that names an officer. */
export const officer = (meaning: string) => reference(OFFICER, meaning)

/** What an officer of the service does, by its code. */
export const officerRoles = {
  IRO: 'Independent reviewing officer',
  FIRO: 'Fostering independent reviewing officer',
  IRO_AND_CP_CHAIR: 'Independent reviewing officer who also chairs child protection conferences',
  MANAGER: 'Manager of the service',
} as const

/** The officers of the service. */
export const officers = register({
  name: 'officers',
  summary: 'Each officer of the service, with the days in post.',
  key: ['officerId'],
  columns: z.object({
    officerId: mandatory(identifier(OFFICER, 'The service’s own identifier of the officer')),
    name: mandatory(text('The officer’s name')),
    role: mandatory(code('What the officer does', officerRoles)),
    fte: mandatory(decimal('Share of full time', { above: 0, most: 1 })),
    startedOn: mandatory(day('The first day in post'), 'start_date'),
    endedOn: optional(day('The last day in post'), 'end_date'),
    employment: optional(code('Kind of employment', { PERMANENT: 'Permanent', AGENCY: 'Through an agency' })),
    qualifiedOn: optional(day('Registered as a social worker since'), 'qualified_date'),
    email: optional(emailAddress('The officer’s email address at work')),
  }),
  checks: [notBefore('endedOn', 'startedOn')],
})

/** An officer of the service. `fte`: full-time equivalent, above 0 and up to 1; `endedOn`: the last day in post. */
export type OfficerFact = RowOf<typeof officers>
