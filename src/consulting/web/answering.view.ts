import { reachService } from '../../inviting/domain/wording.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import type { OpenForm, Saved } from '../app/answering.ts'
import { readerWords, readersToChoose } from '../domain/answerDocument.ts'
import { LONGEST_ANSWER, type Question } from '../domain/form.ts'
import { BOARD_PLACES, boardOf } from '../domain/board.ts'
import { type PictureName, pictureSvg } from '../../documents/pictures.ts'

/** The address of a part of a form. */
export const viewsPath = (token: string, ...parts: readonly (string | number)[]): string =>
  ['/your-views', encodeURIComponent(token), ...parts].join('/')

/** The code that brings someone back to what they began. */
export const codeForm = formOf({ code: lineField({ most: 20 }) })

/** Who may read what was answered. */
export const readersForm = formOf({ readers: choiceField(itemsOf(readersToChoose)) })

const readerWordsOf = ({ about, party }: OpenForm) => readerWords(about.isChild, party === 'CHILD')

/** Who leads the review, as people know them. */
const leaderOf = ({ about }: OpenForm): string => (about.isChild ? 'the IRO' : 'the person who leads the review')

/** What every page of a form has around its content. */
function frame({ party, service, council, authority }: OpenForm, token: string) {
  return {
    isForChild: party === 'CHILD',
    serviceName: `${service.name}, ${council}`,
    footerFor: authority.code,
    leave: viewsPath(token, 'leave'),
  }
}

/** The first page: nothing of the child, and nothing of what was answered. */
export function startPage(
  open: OpenForm,
  token: string,
  { csrfToken, faults }: { csrfToken: string; faults: readonly FaultIn<typeof codeForm>[] },
) {
  const isForChild = open.party === 'CHILD'
  const by = open.on === null ? '' : ` The review is on ${longDateWithWeekday(open.on)}.`
  const ways = reachService(open.service)
  return {
    ...frame(open, token),
    title: isForChild
      ? 'What do you think?'
      : `Your views before ${open.about.isChild ? 'a review' : 'a fostering review'}`,
    paragraphs: isForChild
      ? [
          `Soon there is a meeting ${open.about.isChild ? 'about you' : 'about the people who look after you'}. Here you can say what you think.`,
          'You can skip anything. You can stop, and come back. At the end you choose who reads it.',
        ]
      : [
          `We ask for your views before ${open.about.isChild ? 'a review' : 'the review of foster carers'}.${by} They help ${open.about.isChild ? 'the independent reviewing officer' : 'the person who leads it'} to prepare.`,
          'You can skip questions, stop and come back. At the end you choose who may read what you say.',
        ],
    goOn: 'Start',
    help: ways === null ? '' : `${isForChild ? 'Do you want help?' : 'Would you rather talk?'} You can ${ways}`,
    action: viewsPath(token),
    csrfToken,
    ...codeForm.shown(codeForm.first(), faults),
  }
}

const placePictures: Readonly<Record<(typeof BOARD_PLACES)[number], PictureName>> = {
  'I like this': 'happy',
  'Not sure': 'unsure',
  'I don’t like this': 'sad',
}

/** One question, with what was answered to it. */
export function questionPage(
  open: OpenForm,
  saved: Saved,
  token: string,
  place: number,
  question: Question,
  csrfToken: string,
) {
  const answer = saved.answers[question.id] ?? ''
  const drawn = (picture: PictureName | null) => (picture === null ? '' : pictureSvg(picture, open.pictures))
  const all = open.form.questions.length
  return {
    ...frame(open, token),
    title: question.text,
    caption: `${open.form.title}: question ${place} of ${all}`,
    back: { href: place > 1 ? viewsPath(token, 'questions', place - 1) : viewsPath(token), text: 'Back' },
    action: viewsPath(token, 'questions', place),
    csrfToken,
    most: LONGEST_ANSWER,
    question: {
      kind: question.kind,
      text: question.text,
      hint: question.hint,
      picture: drawn(question.picture),
      answer,
      hasPictures: question.options.some(({ picture }) => picture !== null),
      options: boardOf(question, answer).map(({ option, place: put }) => ({
        text: option.text,
        picture: drawn(option.picture),
        isChosen: option.text === answer,
        places: BOARD_PLACES.map((text) => ({ text, picture: drawn(placePictures[text]), isChosen: text === put })),
      })),
    },
  }
}

/** The question of who may read it. */
export function readersPage(open: OpenForm, saved: Saved, token: string, csrfToken: string) {
  const form: typeof readersForm = formOf({ readers: choiceField(itemsOf(readerWordsOf(open))) })
  const typed: TypedIn<typeof readersForm> = form.first({ readers: saved.readers })
  return {
    ...frame(open, token),
    title: 'Who may read what you said?',
    hint: `If you choose nothing, only ${leaderOf(open)} reads it. If you tell us that someone is in danger, we must act to keep them safe.`,
    back: { href: viewsPath(token, 'questions', open.form.questions.length), text: 'Back' },
    action: viewsPath(token, 'readers'),
    csrfToken,
    ...form.shown(typed),
  }
}

/** All that was answered, to be read again before it is sent. */
export function checkPage(open: OpenForm, saved: Saved, token: string, csrfToken: string) {
  const rows = open.form.questions.map((question, index) => ({
    question: question.text,
    answer: (saved.answers[question.id] ?? '').trim(),
    href: viewsPath(token, 'questions', index + 1),
  }))
  const words = readerWordsOf(open)
  return {
    ...frame(open, token),
    title: 'Is this what you want to say?',
    rows: [
      ...rows,
      { question: 'Who may read it', answer: words[saved.readers ?? 'iro'], href: viewsPath(token, 'readers') },
    ],
    nothing: rows.every(({ answer }) => answer === '') ? 'You have not answered anything yet.' : null,
    back: { href: viewsPath(token, 'readers'), text: 'Back' },
    action: viewsPath(token, 'check'),
    csrfToken,
  }
}

/** After it was sent. It shows nothing of what was said. */
export const thanksPage = (open: OpenForm, token: string) => ({
  ...frame(open, token),
  title: 'Thank you',
  paragraphs:
    open.party === 'CHILD'
      ? [
          `${open.about.isChild ? 'Your IRO' : 'The person who leads it'} will read it before the meeting.`,
          'If you change your mind, you can open your link again.',
        ]
      : [
          `What you said reaches ${open.about.isChild ? 'the independent reviewing officer' : 'the person who leads the review'} before it is held.`,
        ],
})

/** Where someone stops for now: the code brings them back, also on another telephone. */
export const laterPage = (open: OpenForm, token: string, code: string) => ({
  ...frame(open, token),
  title: 'It is saved',
  paragraphs: [
    'You can come back with the same link.',
    'You need this code too, so that nobody else can read what you said. Write it down.',
  ],
  code,
  link: { href: viewsPath(token, 'check'), text: 'Go on now' },
})
