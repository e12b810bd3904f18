import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Children's wishes for another officer. */
export const officerRequests = register({
  name: 'officer_requests',
  summary: 'When a child asked for another officer, and what became of it.',
  key: ['child', 'on'],
  columns: z.object({
    child: mandatory(child()),
    on: mandatory(day('The day it was asked'), 'date'),
    askedBy: mandatory(
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
    decidedOn: optional(day('The day it was decided'), 'decided_date'),
    decisionReason: optional(text('Why it was decided so')),
  }),
  checks: [
    notBefore('decidedOn', 'on'),
    {
      columns: ['decisionReason', 'decision'],
      why: ({ decision, decisionReason }) =>
        decision === 'NOT_AGREED' && !decisionReason ? 'is blank: a no needs its reason' : null,
    },
  ],
})

/** A child’s wish for another officer, and what became of it; `decision` is null until someone has decided. */
export type OfficerRequestFact = RowOf<typeof officerRequests>
