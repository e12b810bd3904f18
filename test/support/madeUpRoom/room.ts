import * as z from 'zod'
import type { World } from '../../../src/children/domain/world.ts'
import type { Room } from '../../../src/house/room.ts'
import { day, mandatory, optional, person, text } from '../../../src/registers/columns.ts'
import { register } from '../../../src/registers/register.ts'
import { recordsOf } from '../../../src/world/world.ts'
import { complaintDeadlines, complaintSteps, complaintWorkflow } from './complaints.ts'

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

/** A room of its own: registers, a workflow with clocks, panels on a child's page and tasks. */
export const libraryRoom: Room<World> = {
  name: 'library',
  registers: [loans, complaintSteps],
  workflows: [complaintWorkflow],
  onPages: () =>
    Promise.resolve({
      panels: ({ world }, child) => [
        {
          heading: 'Borrowed books',
          items: recordsOf(world, loans)
            .filter((loan) => loan.child === child)
            .map(({ book }) => ({ text: book, link: null })),
        },
        {
          heading: 'Complaints about books',
          items: complaintDeadlines(world)
            .filter((deadline) => deadline.child === child)
            .map(({ clock, due }) => ({ text: `${clock.title}, due ${due.toString()}`, link: null })),
        },
      ],
      tasks: ({ world, code, may }, whose) =>
        may('reviews.book')
          ? recordsOf(world, loans)
              .filter(({ child, returnedOn }) => returnedOn === null && (whose === 'everyone' || whose.has(child)))
              .map(({ child, book, dueBack }) => ({ what: `Fetch ${book}`, href: `/authorities/${code}/children/${child}`, child, by: dueBack, note: '' })) // prettier-ignore
          : [],
    }),
}
