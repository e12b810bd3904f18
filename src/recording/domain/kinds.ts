import { type DocumentKind, documentKind, settlesDate } from '../../documents/kind.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { LONGEST_TEXT, type Heading, type Section, allReaders, readers } from './record.ts'

/** The kinds of document that are written after a review. Kept with each, and so never changed. */
export const RECORD_KIND = 'review_record'
export const LETTER_KIND = 'child_letter'
export const EASY_READ_KIND = 'child_easy_read'
export const TRANSLATION_KIND = 'child_letter_translation'

/** The field in which the words of a letter are kept. */
export const LETTER_FIELD = 'words'

const isAbout = (review: { reviewRef: string }, ref: string): boolean => review.reviewRef === ref

/** The record of a review under these headings, with what is withheld from whom. */
export const recordKind = (
  sections: readonly Pick<Section, 'key' | 'label' | 'withheldFrom' | 'whyWithheld'>[],
): DocumentKind =>
  documentKind({
    name: RECORD_KIND,
    title: 'Record of the review',
    called: 'a record of a review',
    readers,
    parts: sections.map(({ key, label, withheldFrom, whyWithheld }) => ({
      id: key,
      heading: label,
      fields: [{ id: `${key}_text`, label: '', kind: 'text', isMandatory: false, most: LONGEST_TEXT }],
      readers: allReaders.filter((reader) => !withheldFrom.includes(reader)),
      whyWithheld: withheldFrom.length === 0 ? '' : whyWithheld || 'no reason recorded',
    })),
    settles: [settlesDate(reviews, 'recordOn', isAbout)],
  })

/** The record under headings of which nothing is withheld yet. */
export const recordKindOf = (headings: readonly Heading[]): DocumentKind =>
  recordKind(headings.map((heading) => ({ ...heading, withheldFrom: [], whyWithheld: '' })))

const letterKind = (name: string, title: string, called: string, settles: DocumentKind['settles']): DocumentKind =>
  documentKind({
    name,
    title,
    called,
    readers,
    parts: [
      {
        id: 'letter',
        heading: title,
        fields: [{ id: LETTER_FIELD, label: '', kind: 'text', isMandatory: true, most: 20_000 }],
        readers: allReaders,
        whyWithheld: '',
      },
    ],
    settles,
  })

/** The letter to the child after a review. */
export const childLetter = letterKind(LETTER_KIND, 'Your review', 'a letter to a child after a review', [
  settlesDate(reviews, 'childLetterOn', isAbout),
])

/** Its easy-read version. */
export const childEasyRead = letterKind(
  EASY_READ_KIND,
  'Your review, in easy words',
  'an easy-read letter to a child',
  [],
)

/** The letter in another language. Its fields are kept by their labels. */
export const childTranslation = documentKind({
  name: TRANSLATION_KIND,
  title: 'Your review, in your language',
  called: 'a translated letter to a child',
  readers,
  parts: [
    {
      id: 'letter',
      heading: 'Your review, in your language',
      fields: [
        { id: 'language', label: 'language', kind: 'line', isMandatory: true, most: 10 },
        { id: 'made_by', label: 'made by', kind: 'line', isMandatory: true, most: 10 },
        { id: 'words', label: 'words', kind: 'text', isMandatory: true, most: 20_000 },
      ],
      readers: allReaders,
      whyWithheld: '',
    },
  ],
  settles: [],
})
