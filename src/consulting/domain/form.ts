import { PICTURES, type PictureName, isPictureName } from '../../documents/pictures.ts'

/** Something to choose, with a picture or none. */
export interface Option {
  text: string
  picture: PictureName | null
}

/**
 * One question of a form. `words`: answered in words; `choice`: one of its options; `board`: each option is put where it
 * belongs (`BOARD_PLACES`); `wish`: words that are kept as a wish, to be answered.
 */
export interface Question {
  /** `q1`, by its place in the form: answers are kept under it. */
  id: string
  kind: 'words' | 'choice' | 'board' | 'wish'
  text: string
  hint: string
  picture: PictureName | null
  options: readonly Option[]
}

/** A form that asks someone for their views. */
export interface ConsultationForm {
  title: string
  questions: readonly Question[]
}

/** More would be left unanswered. */
export const MOST_QUESTIONS = 60
const MOST_OPTIONS = 24

/** What is wrong with the text of a form, to be read after its name. */
export interface FormFault {
  line: number
  text: string
}

/** A form, or what is wrong with its text. */
export type FormRead = { form: ConsultationForm } | { faults: readonly FormFault[] }

const MARKED = /^(.*?)\s*(?:\((board|wish)\))?\s*(?:\[(\w+)\])?$/

/**
 * Reads a form as an administrator writes it: an empty line between questions; `# ` before its title; the first line of a
 * question asks it, with `(board)`, `(wish)` or the name of a picture like `[home]` after it; `- ` before each thing to
 * choose; any other line explains the question.
 */
export function readForm(text: string): FormRead {
  const faults: FormFault[] = []
  const fault = (line: number, what: string) => faults.push({ line, text: what })
  let title = ''
  const questions: Question[] = []
  for (const { at, lines } of paragraphsOf(text)) {
    const [first = '', ...rest] = lines
    if (first.startsWith('# ')) {
      title = first.slice(2).trim()
      if (rest.length > 0) fault(at + 1, 'needs an empty line before it: only the title stands in its paragraph')
      continue
    }
    if (first.startsWith('- ')) {
      fault(at, 'is something to choose without a question above it')
      continue
    }
    const { words, mark, picture } = marked(first, at, fault)
    const options = rest.flatMap((line, index): Option[] => {
      if (!line.startsWith('- ')) return []
      const option = marked(line.slice(2).trim(), at + 1 + index, fault)
      return [{ text: option.words, picture: option.picture }]
    })
    if (mark === 'board' && options.length === 0) fault(at, 'is a board with nothing to choose: add lines that begin with “- ”') // prettier-ignore
    if (mark === 'wish' && options.length > 0) fault(at, 'asks for a wish in the child’s own words, and so has nothing to choose') // prettier-ignore
    if (options.length > MOST_OPTIONS) fault(at, `has more than ${MOST_OPTIONS} things to choose`)
    questions.push({
      id: `q${questions.length + 1}`,
      kind: mark ?? (options.length > 0 ? 'choice' : 'words'),
      text: words,
      hint: rest.filter((line) => !line.startsWith('- ')).join(' '),
      picture,
      options,
    })
  }
  if (title === '') fault(1, 'needs a title: begin with “# About my review”')
  if (questions.length === 0) fault(1, 'asks nothing: write a question, with an empty line before it')
  if (questions.length > MOST_QUESTIONS) fault(1, `asks more than ${MOST_QUESTIONS} questions`)
  return faults.length > 0 ? { faults } : { form: { title, questions } }
}

function marked(line: string, at: number, fault: (line: number, what: string) => void) {
  const [, words = '', mark, name] = MARKED.exec(line) ?? []
  if (words === '') fault(at, 'says nothing')
  const picture = name !== undefined && isPictureName(name) ? name : null
  if (name !== undefined && picture === null) {
    fault(at, `has a picture that there is not, ${name}: there are ${Object.keys(PICTURES).join(', ')}`)
  }
  return { words, mark: mark === 'board' || mark === 'wish' ? mark : null, picture } as const
}

/** Lines that stand together, with the number of the first. */
function paragraphsOf(text: string): { at: number; lines: string[] }[] {
  const paragraphs: { at: number; lines: string[] }[] = []
  let isOpen = false
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') isOpen = false
    else if (isOpen) paragraphs.at(-1)?.lines.push(line)
    else {
      paragraphs.push({ at: index + 1, lines: [line] })
      isOpen = true
    }
  }
  return paragraphs
}

/** Answers by question, each as the text that is kept; a question that was passed over has none. */
export type Answers = Readonly<Record<string, string>>

/** Long enough for a page of what someone writes. */
export const LONGEST_ANSWER = 5000

/** The questions that were answered, in order, each with its answer. */
export const answered = ({ questions }: ConsultationForm, answers: Answers): { question: Question; answer: string }[] =>
  questions.flatMap((question) => {
    const answer = (answers[question.id] ?? '').trim()
    return answer === '' ? [] : [{ question, answer }]
  })
