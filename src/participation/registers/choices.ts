import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, optionalList, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { formats } from '../../reviews/registers/formats.ts'

/** How children want their reviews to be. */
export const choices = register({
  name: 'choices',
  summary: 'How a child wants reviews to be. It holds from review to review, until the child changes it.',
  key: ['child', 'on'],
  columns: z.object({
    child: mandatory(child()),
    on: mandatory(day('The day the child said so'), 'date'),
    where: optional(text('Where')),
    when: optional(text('When: after school, not on a Friday')),
    format: optional(code('How', formats)),
    whoToCome: optional(text('Who should come')),
    whoNotToCome: optional(text('Who should not come')),
    contactsNotToCome: optionalList('Those of contacts who should not come, with semicolons between them'),
    anythingElse: optional(text('Anything else')),
    toldTo: optional(text('Whom the child told')),
  }),
})

/** How a child wants reviews to be, in the child's own words where they were written down. Kept until it is said anew. */
export type ReviewChoiceFact = RowOf<typeof choices>
