import * as z from 'zod'
import type { OfficerFact } from '../../children/domain/registers.ts'
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

/** The officers of the service. */
export const officers = register({
  name: 'officers',
  summary: 'Each officer of the service, with the days in post.',
  key: ['officer_id'],
  columns: z.object({
    officer_id: mandatory(identifier(OFFICER, 'The service’s own identifier of the officer')),
    name: mandatory(text('The officer’s name')),
    role: mandatory(
      code('What the officer does', {
        IRO: 'Independent reviewing officer',
        FIRO: 'Fostering independent reviewing officer',
        IRO_AND_CP_CHAIR: 'Independent reviewing officer who also chairs child protection conferences',
        MANAGER: 'Manager of the service',
      }),
    ),
    fte: mandatory(decimal('Share of full time', { above: 0, most: 1 })),
    start_date: mandatory(day('The first day in post')),
    end_date: optional(day('The last day in post')),
    employment: optional(code('Kind of employment', { PERMANENT: 'Permanent', AGENCY: 'Through an agency' })),
    qualified_date: optional(day('Registered as a social worker since')),
    email: optional(emailAddress('The officer’s email address at work')),
  }),
  checks: [notBefore('end_date', 'start_date')],
})

export const officerFact = (row: RowOf<typeof officers>): OfficerFact => ({
  officerId: row.officer_id,
  name: row.name,
  role: row.role,
  fte: row.fte,
  startedOn: row.start_date,
  endedOn: row.end_date,
  employment: row.employment,
  qualifiedOn: row.qualified_date,
  email: row.email,
})
