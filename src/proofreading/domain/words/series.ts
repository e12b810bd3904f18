import { between, countsIn } from './around.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** A number of a series that a sentence gives, and the quarter or year that it is of. */
export interface OfSeries {
  label: string
  value: number
}

const LABEL =
  /(\bq(?:tr)?\.?\s?[1-4]\b|\bquarter\s+(?:[1-4]|one|two|three|four)\b|\b(?:first|second|third|fourth)\s+quarter\b|\b(?:19|20)\d{2}\s?[-/]\s?\d{2,4}\b|\b\d{2}\/\d{2}\b)/i
const LEADS = new RegExp(`${LABEL.source}\\s*(?:-|:|was|were|saw|had|it was|\\()?\\s*$`, 'i')
const FOLLOWS = new RegExp(`^\\s*(?:[a-z%]+\\s+){0,2}?(?:\\(|in\\s+|for\\s+)?(?:the\\s+)?${LABEL.source}`, 'i')

/** The numbers that a sentence gives of quarters or years, one for each: `318 in Q1, 297 in Q2 …`, `Q1 61%, Q2 66% …`. */
export function seriesOf(sentence: Sentence): OfSeries[] {
  const numbers = sentence.quantities.filter(({ kind }) => kind === 'count' || kind === 'percent')
  const labelled = (['percent', 'count'] as const).map((unit) => {
    const own = numbers.filter(({ kind }) => kind === unit)
    const leading = own.flatMap((one, at) => labelBefore(sentence, own[at - 1], one))
    const following = own.flatMap((one, at) => labelAfter(sentence, one, own[at + 1]))
    return leading.length >= following.length ? leading : following
  })
  const [longest] = [...labelled, byQuarter(sentence)].toSorted((a, b) => b.length - a.length)
  return longest && longest.length >= 3 ? longest : []
}

function labelBefore(sentence: Sentence, previous: Quantity | undefined, one: Quantity): OfSeries[] {
  const words = sentence.text.slice((previous?.end ?? sentence.start) - sentence.start, one.start - sentence.start)
  const label = LEADS.exec(words)?.[1]
  return label === undefined ? [] : [{ label, value: one.value }]
}

function labelAfter(sentence: Sentence, one: Quantity, next: Quantity | undefined): OfSeries[] {
  const words = sentence.text.slice(one.end - sentence.start, (next?.start ?? sentence.end) - sentence.start)
  const label = FOLLOWS.exec(words)?.[1]
  return label === undefined ? [] : [{ label, value: one.value }]
}

/** `By quarter we held 261, 270, 255 and 280 reviews`. */
function byQuarter(sentence: Sentence): OfSeries[] {
  if (!/\b(?:by|each|per|every) quarter\b|\bquarterly\b/i.test(sentence.text)) return []
  const counts = countsIn(sentence).slice(0, 4)
  const isList = counts.every((one, at) => {
    const next = counts[at + 1]
    return !next || /^\s*(?:,|and|,\s*and)\s*$/.test(between(sentence, one, next))
  })
  return isList && counts.length === 4 ? counts.map(({ value }, at) => ({ label: `Q${at + 1}`, value })) : []
}
