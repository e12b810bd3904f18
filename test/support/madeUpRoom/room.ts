import type { World } from '../../../src/children/domain/world.ts'
import { type Clock, deadlineKind } from '../../../src/clocks/clock.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { Room } from '../../../src/house/room.ts'
import { recordsOf } from '../../../src/world/world.ts'
import { libraryCommands } from './commands.ts'
import { complaintRuns, complaintSteps, complaintWorkflow, complaints } from './complaints.ts'
import { libraryKinds, libraryPermissions, librarySection, mostBooks } from './given.ts'
import { isOut, loans, loansOf } from './loans.ts'
import { readingRecord } from './readingRecord.ts'

const books = deadlineKind({ id: 'books', words: 'Books from the library' })

const reminder: Clock = {
  id: 'LIB-1',
  kind: books,
  title: 'Reminder of a book',
  limit: { amount: 14, unit: 'calendar_days' },
  rule: 'within 14 days of the day on which the book was to be back',
  source: 'Rules of the library',
  confidence: 'local practice',
}

const borrowed: Figure<World> = {
  id: 'library.borrowed',
  area: 'Library',
  label: 'Books borrowed',
  unit: 'count',
  definition: 'Books in the register of loans.',
  source: 'Register of loans',
  betterWhen: null,
  records: (world) =>
    recordsOf(world, loans).map(({ child, book, dueBack }) => ({
      child,
      kind: 'loan',
      date: dueBack,
      due: null,
      counts: true,
      key: null,
      detail: () => ({ Book: book }),
    })),
}

/**

 * A room of its own, complete: registers, a permission, a part of the navigation, a setting, a kind of message, a kind of
 * document, a clock, a workflow with clocks, a figure, something odd, a command, and on a server pages, a panel on a
 * child's page and tasks.
 */
export const libraryRoom: Room<World> = {
  name: 'library',
  registers: [loans, complaintSteps],
  permissions: libraryPermissions,
  sections: [librarySection],
  settings: [mostBooks],
  messageKinds: libraryKinds,
  documents: [readingRecord],
  workflows: [complaintWorkflow],
  clocks: {
    kinds: [books, complaints],
    sources: [
      { place: 410, runsOf: complaintRuns },
      {
        place: 400,
        runsOf: (world, child) =>
          loansOf(world, child).map(({ dueBack, returnedOn }) => ({
            clock: reminder,
            child,
            startedBy: { what: 'the day on which the book was to be back,', on: dueBack },
            notBefore: null,
            satisfiedBy: returnedOn && { what: 'the book came back', on: returnedOn },
            endedBy: null,
            isSatisfactionRecorded: true,
            notes: [],
          })),
      },
    ],
  },
  figures: [{ place: 450, figures: [borrowed], reads: [loans] }],
  findings: [
    {
      place: 400,
      findingsOf: (world, child) =>
        loansOf(world, child)
          .filter(isOut)
          .map(({ book }) => ({
            code: 'book_not_back',
            child,
            source: null,
            what: `Nobody has brought ${book} back.`,
            counted: 'It is counted as borrowed.',
          })),
      isOfRegisters: () => true,
    },
  ],
  commands: libraryCommands,
  onServer: async (server) => (await import('./server.ts')).libraryOnServer(server),
}
