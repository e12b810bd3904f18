import * as z from 'zod'
import type { AllocationFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { day, mandatory, optional } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { officer } from './officers.ts'

/** Which officer is whose. */
export const allocations = register({
  name: 'allocations',
  summary: 'Which officer was a child’s, from which day until which.',
  key: ['child', 'from'],
  columns: z.object({
    child: mandatory(child()),
    officer_id: mandatory(officer('Whose child it is, as in officers')),
    from: mandatory(day('The first day')),
    to: optional(day('The day on which it ended: no longer the officer’s on that day')),
  }),
  checks: [notBefore('to', 'from')],
})

export const allocationFact = (row: RowOf<typeof allocations>): AllocationFact => ({
  child: row.child,
  officerId: row.officer_id,
  from: row.from,
  to: row.to,
})
