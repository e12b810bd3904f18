import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, identifier, mandatory, optional, reference, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

const AUDIT = 'audit'

/** A column that names an audit. */
export const audit = (meaning: string) => reference(AUDIT, meaning)

/** The grades of an audit, in words. */
export const auditGrades = {
  OUTSTANDING: 'Outstanding',
  GOOD: 'Good',
  REQUIRES_IMPROVEMENT: 'Requires improvement',
  INADEQUATE: 'Inadequate',
} as const

/** Audits of records and practice. */
export const audits = register({
  name: 'audits',
  summary: 'Each audit, of one child’s record or of practice.',
  key: ['auditRef'],
  columns: z.object({
    auditRef: mandatory(identifier(AUDIT, 'The service’s own reference of the audit')),
    on: mandatory(day('The day of the audit'), 'date'),
    child: optional(child()),
    programme: optional(text('The programme it is part of, as “Tier 2”')),
    theme: optional(text('Its theme')),
    auditor: optional(text('Who audited: an officer’s identifier, or a name')),
    grade: optional(code('The grade', auditGrades)),
    discussedOn: optional(day('The day it was talked over with the worker'), 'discussed_date'),
    discussion: optional(text('What came of talking it over')),
  }),
})

/** An audit. `auditor`: an officer's identifier where an officer of the service audited. */
export type AuditFact = RowOf<typeof audits>
