import type { World } from '../../../src/children/domain/world.ts'
import type { Room } from '../../../src/house/room.ts'
import { recordsOf } from '../../../src/world/world.ts'
import { loans } from './loans.ts'
import { readingRecord } from './readingRecord.ts'

export { loans, readingRecord }

/** A room of its own: a register, a kind of document, a panel on a child's page and tasks. */
export const libraryRoom: Room<World> = {
  name: 'library',
  registers: [loans],
  documents: [readingRecord],
  onPages: () =>
    Promise.resolve({
      panels: ({ world }, child) => [
        {
          heading: 'Borrowed books',
          items: recordsOf(world, loans)
            .filter((loan) => loan.child === child)
            .map(({ book }) => ({ text: book, link: null })),
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
