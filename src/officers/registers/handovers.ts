import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { officer } from './officers.ts'

/** Changes of a child's officer. */
export const handovers = register({
  name: 'handovers',
  summary: 'Why a child’s officer changed, and what the one told the other.',
  key: ['child', 'on'],
  columns: z.object({
    child: mandatory(child()),
    on: mandatory(day('The first day of the new officer'), 'date'),
    fromOfficer: mandatory(officer('Who was the officer until then')),
    toOfficer: mandatory(officer('Who is the officer from then on')),
    reason: mandatory(text('Why the officer changed')),
    note: optional(text('What the new officer must know')),
    undoneOn: optional(day('The day on which it was undone: the officer before stayed'), 'undone_date'),
  }),
})

/** A change of a child’s officer. `on`: the first day of the new one; `undoneOn`: null where it holds. */
export type HandoverFact = RowOf<typeof handovers>
