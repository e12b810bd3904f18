import * as z from 'zod'
import { type PlainDate, isBefore } from '../../kernel/dates.ts'
import { day, mandatory, optional, text, wholeNumber } from '../../registers/columns.ts'
import { type CheckWith, type RowOf, register } from '../../registers/register.ts'
import { audit, audits } from './audits.ts'

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
  checksWith: [doneAfterAudit()],
})

/** Nothing is done after an audit before the audit was made. */
function doneAfterAudit(): CheckWith<Done> {
  return {
    reads: [audits],
    faults: (rows, { rowsOf }) => {
      const days = new Map(rowsOf(audits).map(({ auditRef, on }) => [auditRef, on]))
      return new Map(
        [...rows].flatMap(([key, { auditRef, completedOn }]) => {
          const on = days.get(auditRef)
          if (!on || !completedOn || !isBefore(completedOn, on)) return []
          return [[key, [{ column: 'completedOn', reason: `is before the audit, ${on.toString()}` }]] as const]
        }),
      )
    },
  }
}

interface Done {
  auditRef: string
  completedOn: PlainDate | null
}

/** An action of an audit. */
export type AuditActionFact = RowOf<typeof auditActions>
