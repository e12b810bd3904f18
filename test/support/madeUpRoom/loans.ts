import * as z from 'zod'
import { day, mandatory, optional, person, text } from '../../../src/registers/columns.ts'
import { register } from '../../../src/registers/register.ts'

/** Books that children have borrowed: a subject that the house knows nothing of. */
export const loans = register({
  name: 'loans',
  summary: 'Each book that a child has borrowed.',
  key: ['child', 'book'],
  columns: z.object({
    child: mandatory(person('Who has it')),
    book: mandatory(text('Which book')),
    dueBack: mandatory(day('When it is to be back'), 'due_back_date'),
    returnedOn: optional(day('When it came back'), 'returned_date'),
  }),
})
