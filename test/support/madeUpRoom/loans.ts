import * as z from 'zod'
import type { World } from '../../../src/children/domain/world.ts'
import { day, mandatory, optional, person, text } from '../../../src/registers/columns.ts'
import { type RowOf, register } from '../../../src/registers/register.ts'
import { recordsOf } from '../../../src/world/world.ts'

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

/** A book that a child has borrowed. */
export type Loan = RowOf<typeof loans>

/** Whether the book has not come back. */
export const isOut = ({ returnedOn }: Loan): boolean => returnedOn === null

/** The books of a child. */
export const loansOf = (world: World, child: string): Loan[] =>
  recordsOf(world, loans).filter((loan) => loan.child === child)
