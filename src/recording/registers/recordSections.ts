import * as z from 'zod'
import { mandatory, optional, optionalList, reference, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { headingsOf } from '../settings.ts'
import { grouped } from '../../kernel/words.ts'
import { LONGEST_TEXT, withheldCodes } from '../domain/record.ts'

/** The records of reviews, a row a heading: texts, kept as documents. */
export const recordSections = register({
  name: 'record_sections',
  summary:
    'What the record of a review says under each heading, and from whom it is withheld. Kept as a document: taken in and given back only with --with-text.',
  key: ['reviewRef', 'heading'],
  isText: true,
  longestCell: LONGEST_TEXT,
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    heading: mandatory(text('The key of one of the authority’s headings: health')),
    text: mandatory(text(`What it says, at most ${grouped(LONGEST_TEXT)} characters`)),
    withheldFrom: optionalList(`From whom it is withheld: of ${withheldCodes.join(', ')}`),
    whyWithheld: optional(text('Why')),
  }),
  checks: [
    {
      columns: ['withheldFrom'],
      why: ({ withheldFrom = [] }) => {
        const strange = withheldFrom.find((one) => !withheldCodes.some((known) => known === one.toUpperCase()))
        return strange === undefined ? null : `names ${strange}, which is none of ${withheldCodes.join(', ')}`
      },
    },
  ],
  checksWith: [
    {
      reads: [],
      faults: (rows, { settings }) => {
        const keys = settings && new Set(headingsOf(settings).map(({ key }) => key))
        return new Map(
          [...rows].flatMap(([key, { heading }]) =>
            keys === null || keys.has(heading)
              ? []
              : [
                  [
                    key,
                    [{ column: 'heading', reason: `is none of the authority’s headings: ${[...keys].join(', ')}` }],
                  ],
                ],
          ),
        )
      },
    },
  ],
})

/** What a record says under one heading. */
export type RecordSection = RowOf<typeof recordSections>
