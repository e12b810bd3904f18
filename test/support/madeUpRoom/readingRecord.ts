import { documentKind, settlesDate } from '../../../src/documents/kind.ts'
import { loans } from './loans.ts'

/** What is written when a child has read a book: a document of a room that the house knows nothing of. */
export const readingRecord = documentKind({
  name: 'reading_record',
  title: 'Record of a book read',
  called: 'a record of a book read',
  readers: { child: 'Child', parent: 'Parent', library: 'The library' },
  parts: [
    {
      id: 'read',
      heading: 'What was read',
      fields: [
        { id: 'story', label: '', kind: 'text', isMandatory: true, most: 2000 },
        { id: 'finished_on', label: 'Finished on', kind: 'date', isMandatory: false, most: 10 },
      ],
      readers: ['child', 'parent', 'library'],
      whyWithheld: '',
    },
    {
      id: 'secret',
      heading: 'What the child told the library alone',
      fields: [{ id: 'told', label: 'In the child’s words', kind: 'line', isMandatory: false, most: 500 }],
      readers: ['child', 'library'],
      whyWithheld: 'told in confidence',
    },
  ],
  settles: [settlesDate(loans, 'returnedOn', (loan, book) => loan.book === book)],
})
