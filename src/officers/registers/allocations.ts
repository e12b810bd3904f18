import * as z from 'zod'
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
    officerId: mandatory(officer('Whose child it is, as in officers')),
    from: mandatory(day('The first day')),
    to: optional(day('The day on which it ended: no longer the officer’s on that day')),
  }),
  checks: [notBefore('to', 'from')],
})

/** An officer is the child’s IRO from `from` up to, not including, `to`. */
export type AllocationFact = RowOf<typeof allocations>
