import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { type Named, daysNamed } from '../../words/days.ts'
import { valueOfWords } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** What happened in a story, one after the other, with a date that is not in its place; and times between two dates that are not those said. */
export const orderOfDates: Rule = (studied) =>
  studied.contexts.flatMap((context) => [
    ...outOfOrder(studied, context),
    ...apart(studied, context),
    ...context.flatMap((sentence) => again(studied, sentence)),
  ])

interface Told extends Named {
  sentence: Sentence
}

const toldIn = (context: readonly Sentence[]): Told[] =>
  context.flatMap((sentence) => daysNamed(sentence.text).map((one) => ({ ...one, sentence })))

/** Fewer dates tell no story. */
const FEWEST = 4
const BACK =
  /\b(?:before|previous\w*|earlier|since|originally|first|last|had (?:been|already)|following|after|compar\w*|than|from|review|until|act|regulations|by|due|will|would|plan\w*|expect\w*|end(?:s|ed|ing)?|next|then)\b/i

const EARLIER = /\b(?:before|previous\w*|earlier|originally|first|already)\b/i

/** One date of a paragraph that stands before those told ahead of it, where all others follow each other. */
function outOfOrder(studied: Studied, context: readonly Sentence[]): Located[] {
  const told = toldIn(context)
  if (told.length < FEWEST) return []
  const isInOrder = (dates: readonly Told[]) => dates.every(({ month }, at) => month >= (dates[at - 1]?.month ?? 0))
  if (isInOrder(told)) return []
  // One alone without which all others follow each other; of two neighbours, that which is further from those beside it.
  const odd = told.filter((one) => isInOrder(told.filter((each) => each !== one)))
  const gap = (one: Told) => Math.abs(one.month - (told[told.indexOf(one) - 1] ?? told[1] ?? one).month)
  const [one] = odd.toReversed().toSorted((a, b) => gap(b) - gap(a))
  if (!one || odd.length > 2 || BACK.test(one.sentence.text) || odd.some(({ sentence }) => EARLIER.test(sentence.text))) return []
  const previous = told[told.indexOf(one) - 1]
  const next = told[told.indexOf(one) + 1]
  if (previous && previous.month > one.month) return [said(studied, one.sentence, previous.sentence, `${one.text} comes before ${previous.text}, after which it is told of.`, 0.82)]
  return next ? [said(studied, one.sentence, next.sentence, `${one.text} comes after ${next.text}, before which it is told of.`, 0.82)] : []
} // prettier-ignore

const LATER = new RegExp(
  String.raw`\b(\d{1,2}|[a-z]+(?:-[a-z]+)?) (days?|weeks?|months?|years?) (later|after that|afterwards|earlier|before that),? (?:on |in |by )?$`,
  'i',
)
const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30.4],
  ['year', 365.2],
])

/** `on 3 May 2022 and, six weeks later, on 29 August 2022`. */
function apart(studied: Studied, context: readonly Sentence[]): Located[] {
  const told = toldIn(context)
  return told.flatMap((one, index): Located[] => {
    const previous = told[index - 1]
    const match = LATER.exec(one.sentence.text.slice(0, one.at))
    if (!match || !previous) return []
    const [words, number = '', unit = '', direction = ''] = match
    const count = /^\d/.test(number) ? Number(number) : /^an?$/i.test(number) ? 1 : valueOfWords(number)
    const length = DAYS.get(unit.toLowerCase().replace(/s$/, '')) ?? 0
    const room = one.day === null || previous.day === null ? 31 : Math.max(2, length * 0.6)
    const days = (dayOf(one) - dayOf(previous)) * (/earlier|before/i.test(direction) ? -1 : 1)
    if (count <= 0 || Math.abs(days - count * length) <= room + count * length * 0.05) return []
    return [said(studied, one.sentence, previous.sentence, `${one.text} is not “${words.trim()}” than ${previous.text}.`, 0.84)]
  })
} // prettier-ignore

const AND_AGAIN =
  /^\s*,?\s*(?:and|but)?\s*(?:again|then|and then|later|afterwards|after that|finally|once more)\s+(?:on|in)\s+$/i

/** `in May 2025 and again in October 2024`. */
function again(studied: Studied, sentence: Sentence): Located[] {
  const days = daysNamed(sentence.text)
  return days.flatMap((one, at): Located[] => {
    const next = days[at + 1]
    if (!next || dayOf(next) >= dayOf(one) || !AND_AGAIN.test(sentence.text.slice(one.end, next.at))) return []
    return [said(studied, sentence, sentence, `${next.text} comes before ${one.text}, after which it is told of.`, 0.86)]
  })
} // prettier-ignore

const dayOf = ({ month, day }: Named): number => month * 30.4368 + (day ?? 15)

const said = (studied: Studied, at: Sentence, also: Sentence, message: string, confidence: number): Located =>
  located(studied, {
    at,
    also: also === at ? null : also,
    place: at.passage.place,
    kind: 'date',
    message,
    severity: 'error',
    confidence,
  })
