import type { IssueContent } from '../../documents/issue.ts'
import { documentKind } from '../../documents/kind.ts'
import { pictureKind } from '../../documents/pictureKind.ts'

/** A picture of an IRO, for the same children. Kept under the officer’s id. */
export const photoKind = pictureKind('officer_picture', 'Picture of the IRO', 'a picture of themselves for children')

const HELLO = 'Hello'

/** What an IRO writes about themselves, for the children whose IRO they are. Kept under the officer’s id. */
export const aboutMeKind = documentKind({
  name: 'about_me',
  title: 'All about me',
  called: 'a text about themselves for children',
  readers: { child: 'Child' },
  parts: [
    {
      id: 'me',
      heading: 'All about me',
      fields: [
        { id: 'hello', label: HELLO, kind: 'text', isMandatory: true, most: 1000 },
        { id: 'likes', label: 'What I like', kind: 'text', isMandatory: false, most: 1000 },
        { id: 'job', label: 'What I do for you', kind: 'text', isMandatory: false, most: 1000 },
        { id: 'reach', label: 'How you can reach me', kind: 'text', isMandatory: false, most: 500 },
      ],
      readers: ['child'],
      whyWithheld: '',
    },
  ],
  settles: [],
})

/** The paragraphs of the sheet as a letter has them: the greeting, then what stands under each heading. */
export const sheetParagraphs = ({ parts }: Pick<IssueContent, 'parts'>): string[] =>
  parts
    .flatMap(({ fields }) => fields)
    .map(({ label, text }) => (label === HELLO ? text.trim() : `${label}\n${text.trim()}`))
