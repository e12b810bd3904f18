import * as z from 'zod'
import type { OfficerRequestFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Children's wishes for another officer. */
export const officerRequests = register({
  name: 'officer_requests',
  summary: 'When a child asked for another officer, and what became of it.',
  key: ['child', 'date'],
  columns: z.object({
    child: mandatory(child()),
    date: mandatory(day('The day it was asked')),
    asked_by: mandatory(
      code('Who asked', {
        CHILD: 'The child',
        PARENT: 'A parent',
        CARER: 'The carer',
        SOCIAL_WORKER: 'The social worker',
        OTHER: 'Someone else',
      }),
    ),
    reason: optional(text('Why, in the words of who asked')),
    decision: optional(code('What was decided', { AGREED: 'Agreed', NOT_AGREED: 'Not agreed' })),
    decided_date: optional(day('The day it was decided')),
    decision_reason: optional(text('Why it was decided so')),
  }),
  checks: [
    notBefore('decided_date', 'date'),
    {
      columns: ['decision_reason', 'decision'],
      why: ({ decision, decision_reason }) =>
        decision === 'NOT_AGREED' && !decision_reason ? 'is blank: a no needs its reason' : null,
    },
  ],
})

export const officerRequestFact = (row: RowOf<typeof officerRequests>): OfficerRequestFact => ({
  child: row.child,
  on: row.date,
  askedBy: row.asked_by,
  reason: row.reason,
  decision: row.decision,
  decidedOn: row.decided_date,
  decisionReason: row.decision_reason,
})
