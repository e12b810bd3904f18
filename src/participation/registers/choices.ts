import * as z from 'zod'
import type { ReviewChoiceFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { formats } from '../../reviews/registers/formats.ts'

/** How children want their reviews to be. */
export const choices = register({
  name: 'choices',
  summary: 'How a child wants reviews to be. It holds from review to review, until the child says it anew.',
  key: ['child', 'date'],
  columns: z.object({
    child: mandatory(child()),
    date: mandatory(day('The day the child said so')),
    where: optional(text('Where')),
    when: optional(text('When: after school, not on a Friday')),
    format: optional(code('How', formats)),
    who_to_come: optional(text('Who should come')),
    who_not_to_come: optional(text('Who should not come')),
    contacts_not_to_come: optional(text('Those of contacts who should not come, with semicolons between them')),
    anything_else: optional(text('Anything else')),
    told_to: optional(text('Whom the child told')),
  }),
})

export const reviewChoiceFact = (row: RowOf<typeof choices>): ReviewChoiceFact => ({
  child: row.child,
  on: row.date,
  where: row.where,
  when: row.when,
  format: row.format,
  whoToCome: row.who_to_come,
  whoNotToCome: row.who_not_to_come,
  contactsNotToCome: (row.contacts_not_to_come ?? '').split(/\s*;\s*/).filter(Boolean),
  anythingElse: row.anything_else,
  toldTo: row.told_to,
})
