import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { child } from './child.ts'

/** Who is the personal adviser of a young person: the return names social workers alone. */
export const advisers = register({
  name: 'advisers',
  summary: 'Each personal adviser of a young person, from which day until which.',
  key: ['child', 'workerId', 'from'],
  columns: z.object({
    child: mandatory(child()),
    workerId: mandatory(text('The adviser’s identifier, as people who sign in have it')),
    name: optional(text('The adviser’s name')),
    from: mandatory(day('The first day')),
    to: optional(day('The day on which it ended')),
  }),
  checks: [notBefore('to', 'from')],
})

/** The personal adviser of a young person. Children Act 1989, section 23D. */
export type AdviserFact = RowOf<typeof advisers>
