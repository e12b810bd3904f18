import * as z from 'zod'
import { day, mandatory, optional, text, wholeNumber } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { audit } from './audits.ts'

/** What is to be done after an audit. */
export const auditActions = register({
  name: 'audit_actions',
  summary: 'Each action of an audit, tracked until it is done.',
  key: ['auditRef', 'number'],
  columns: z.object({
    auditRef: mandatory(audit('The audit, as in audits')),
    number: mandatory(wholeNumber('1 for the audit’s first action', { above: 0 })),
    text: mandatory(text('What is to be done')),
    owner: mandatory(text('Who does it')),
    dueOn: optional(day('By when'), 'due_date'),
    completedOn: optional(day('The day it was done'), 'completed_date'),
  }),
})

/** An action of an audit. */
export type AuditActionFact = RowOf<typeof auditActions>
