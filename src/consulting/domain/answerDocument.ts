import type { IssueContent, IssuedField, IssuedPart } from '../../documents/issue.ts'
import { documentKind } from '../../documents/kind.ts'
import type { PictureSet } from '../../documents/pictures.ts'
import { boardPicture } from './boardPicture.ts'
import { type Answers, type ConsultationForm, type Question, answered } from './form.ts'

/** Who may read what someone answered, in the words in which they choose; each may read what those after it may. */
export const readersToChoose = {
  iro: 'Only my IRO',
  worker: 'My IRO and my social worker',
  everyone: 'Everyone at my review',
} as const

/** Who may read an answer. */
export type ReaderChosen = keyof typeof readersToChoose

/** The same for adults. */
const readersForAdults = {
  iro: 'Only the IRO',
  worker: 'The IRO and the social worker',
  everyone: 'Everyone at the review',
} as const satisfies Record<ReaderChosen, string>

/** The same before the review of a household: a child placed reads it too. */
const readersOfHousehold = {
  iro: 'Only the person who leads the review',
  worker: 'That person, and the social worker',
  everyone: 'Everyone at the review',
} as const satisfies Record<ReaderChosen, string>

/** The words in which someone chooses who may read what they say. */
export function readerWords(isChildsReview: boolean, isForChild: boolean): Readonly<Record<ReaderChosen, string>> {
  if (!isChildsReview) return readersOfHousehold
  return isForChild ? readersToChoose : readersForAdults
}

/** Whether someone may choose so. */
export const isReaderChosen = (value: string): value is ReaderChosen => Object.hasOwn(readersToChoose, value)

/**
 * What someone answered before a review. Its parts are the questions of the form that was sent, each for those whom the
 * person who answered lets read it.
 */
export const answerKind = documentKind({
  name: 'consultation_answer',
  title: 'Views before a review',
  called: 'views given before a review',
  readers: { iro: 'IRO', worker: 'Social worker', everyone: 'Everyone at the review' },
  parts: [
    {
      id: 'answers',
      heading: 'Answers',
      fields: [{ id: 'said', label: '', kind: 'text', isMandatory: true, most: 100_000 }],
      readers: ['iro', 'worker', 'everyone'],
      whyWithheld: '',
    },
  ],
  settles: [],
})

/** The readers of a part, by whom the person who answered lets read it. */
const readersOf: Readonly<Record<ReaderChosen, readonly string[]>> = {
  iro: ['iro'],
  worker: ['iro', 'worker'],
  everyone: ['iro', 'worker', 'everyone'],
}

/** What someone of a review said is about: the review, and which contact or party. */
export const answerRef = (reviewRef: string, who: string): string => `${reviewRef} ${who}`

/** What is kept of answers to a form. */
export const answerParts = (
  form: ConsultationForm,
  answers: Answers,
  chosen: ReaderChosen,
  pictures: PictureSet,
): IssuedPart[] =>
  answered(form, answers).map(({ question, answer }) => ({
    id: question.id,
    heading: question.text,
    readers: readersOf[chosen],
    fields: [{ label: '', kind: 'text', text: answer }, ...boardField(question, answer, pictures)],
  }))

/** Under this label the picture of a board is kept, beside its words. */
const BOARD = 'board as a picture'

/** A board is kept as a picture too, as it looked when it was sent. */
function boardField(question: Question, answer: string, pictures: PictureSet): IssuedField[] {
  const text = question.kind === 'board' ? boardPicture(question, answer, pictures) : null
  return text === null ? [] : [{ label: BOARD, kind: 'text', text }]
}

/** What is kept of views that someone took down: on paper, in a conversation. */
export const takenDown = (text: string): IssuedPart[] => [
  { id: 'answers', heading: 'What was said', readers: readersOf.everyone, fields: [{ label: '', kind: 'text', text }] },
]

/** What a reader may read of it: the headings with what was said under them, and whether anything else was said. */
export function readableParts({ parts }: Pick<IssueContent, 'parts'>, reader: ReaderChosen) {
  const readable = parts.filter(({ readers }) => readers.includes(reader))
  return {
    parts: readable.map(({ id, heading, fields }) => ({
      id,
      heading,
      text: fields.filter(({ label }) => label !== BOARD).map(({ text }) => text).join('\n\n'), // prettier-ignore
      /** A board as it was arranged, as SVG drawn here; null for what is no board. */
      picture: fields.find(({ label }) => label === BOARD)?.text ?? null,
    })),
    isWhole: readable.length === parts.length,
  }
}
