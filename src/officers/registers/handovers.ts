import * as z from 'zod'
import type { HandoverFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { officer } from './officers.ts'

/** Changes of a child's officer. */
export const handovers = register({
  name: 'handovers',
  summary: 'Why a child’s officer changed, and what the one told the other.',
  key: ['child', 'date'],
  columns: z.object({
    child: mandatory(child()),
    date: mandatory(day('The first day of the new officer')),
    from_officer: mandatory(officer('Who was the officer until then')),
    to_officer: mandatory(officer('Who is the officer from then on')),
    reason: mandatory(text('Why the officer changed')),
    note: optional(text('What the new officer must know')),
  }),
})

export const handoverFact = (row: RowOf<typeof handovers>): HandoverFact => ({
  child: row.child,
  on: row.date,
  fromOfficer: row.from_officer,
  toOfficer: row.to_officer,
  reason: row.reason,
  note: row.note,
})
