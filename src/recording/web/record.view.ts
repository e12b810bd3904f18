import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { labelIn, placementTypes } from '../../children/domain/codes.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import type { ShownField } from '../../platform/web/forms/field.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { FACTS_FIELD } from '../domain/drafts.ts'
import type { Heading } from '../domain/record.ts'
import { fieldsOfHeading } from '../domain/recordIssue.ts'
import { asksOfChild, lengthOf } from '../domain/suggested.ts'
import { whyMeetingNeeded } from '../domain/withoutMeeting.ts'
import type { FactsForm } from './facts.form.ts'
import {
  type Question,
  questionWords,
  questionsOfHeadings,
  questionsOfMode,
  questionsOfReview,
  section20Questions,
  watchedQuestions,
} from './facts.questions.ts'
import { CAME, peopleNames } from './record.people.ts'

/** What was sent of the answers beside the texts, by the names of their inputs. */
export type FactInputs = Readonly<Record<string, string | readonly string[]>>

const inputs = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The answers that a draft keeps; null where it keeps none. */
export function factInputsOf(written: WrittenFields): FactInputs | null {
  const kept = written[FACTS_FIELD]
  if (!kept) return null
  try {
    return inputs.parse(JSON.parse(kept))
  } catch {
    return null
  }
}

/** What of a form’s body is an answer beside the texts. */
export function factInputsIn(body: Readonly<Record<string, unknown>>): FactInputs {
  const found: Record<string, string | readonly string[]> = {}
  for (const [name, sent] of Object.entries(body)) {
    const [base = ''] = name.split(/-(?=(?:day|month|year)$)/)
    if (!questionWords.has(base) && !name.startsWith(CAME) && !peopleNames.has(name)) continue
    const read = z.union([z.string(), z.array(z.string())]).safeParse(sent)
    if (read.success) found[name] = read.data
  }
  return found
}

/** A question with its field, as the page shows it. */
interface QuestionShown extends Question {
  field: ShownField
}

/** The questions on a review of this child, where each stands. */
export function questionsShown(
  world: World,
  { child, mode }: Pick<RegisterReviewFact, 'child'> & { mode: string | null },
  heldOn: PlainDate,
  headings: readonly Heading[],
  fields: ReturnType<FactsForm['shown']>['fields'],
) {
  const shown = (questions: readonly Question[]): QuestionShown[] =>
    questions.map((question) => ({ ...question, field: fields[question.name] }))
  const whyMeeting = whyMeetingNeeded(world, child, heldOn)
  const asks = asksOfChild(world, child, heldOn)
  const legal = asks.section20Since
  const extra: Record<string, { note: string; questions: QuestionShown[] }> = {
    ...(legal && {
      legal_rights: {
        note: `Looked after by agreement (section 20) since ${longDate(legal)}, for ${lengthOf(legal, heldOn)}.`,
        questions: shown(section20Questions),
      },
    }),
    ...(asks.watchedPlacement && {
      placement: {
        note: `A placement to look at closely: ${labelIn(placementTypes, asks.watchedPlacement)}.`,
        questions: shown(watchedQuestions),
      },
    }),
  }
  const keys = new Set(headings.map(({ key }) => key))
  const ofHeading = (key: string) => ({
    note: extra[key]?.note ?? '',
    questions: [...shown(questionsOfHeadings[key] ?? []), ...(extra[key]?.questions ?? [])],
  })
  const homeless = [...new Set([...Object.keys(questionsOfHeadings), ...Object.keys(extra)])].filter((key) => !keys.has(key)) // prettier-ignore
  return {
    ofReview: [...shown(questionsOfReview), ...(whyMeeting === null || mode === 'NO_MEETING' ? shown(questionsOfMode) : [])], // prettier-ignore
    ofHeading,
    /** Those whose heading the authority does not have. */
    others: homeless.flatMap((key) => ofHeading(key).questions),
    otherNotes: homeless.flatMap((key) => (extra[key] ? [extra[key].note] : [])),
  }
}

/** What someone’s version of a record says, in lines: its answers, then its texts. */
export function linesOf(written: WrittenFields, headings: readonly Heading[], form: FactsForm): string[] {
  const answers = factInputsOf(written)
  return [
    ...(answers ? answerLines(form, form.read(answers).typed) : []),
    ...headings.flatMap(({ key, label }) => {
      const text = written[fieldsOfHeading(key).text]
      return text ? [`${label}: ${text}`] : []
    }),
  ]
}

/** The answers of a form in lines, each with its question. */
export function answerLines(form: FactsForm, typed: ReturnType<FactsForm['first']>): string[] {
  const { fields } = form.shown(typed)
  return Object.entries(fields).flatMap(([name, field]) => {
    const label = questionWords.get(name)
    const said = saidIn(field)
    if (label === undefined || said === '') return []
    return [label.endsWith('?') ? `${label} ${said}` : `${label}: ${said}`]
  })
}

const shownItem = z.object({ text: z.string().default(''), value: z.string().default(''), checked: z.boolean().default(false), name: z.string().optional() }) // prettier-ignore

/** What stands in a field, in the words of the page. */
function saidIn({ items, value }: ShownField): string {
  if (!items) return value ?? ''
  const all = items.map((item) => shownItem.parse(item))
  if (all.some(({ name }) => name?.endsWith('-day'))) return all.map((part) => part.value).filter(Boolean).join(' ') // prettier-ignore
  return all.filter((item) => item.checked && item.value !== '').map(({ text }) => text).join(', ') // prettier-ignore
}
