import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { LEADING } from '../../words/clauses.ts'
import { type Direction, directionsIn } from '../../words/directions.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `decreased since last year, from 84% to over 93%`, `fell from 22 working days to 27`: said to have gone the other way than its numbers. */
export const fromTo: Rule = (studied) =>
  studied.sentences.flatMap((sentence) =>
    sentence.passage.kind === 'heading' ? [] : changesOf(sentence).flatMap((change) => said(studied, sentence, change)),
  )

interface Ends {
  from: number
  to: number
  texts: readonly [string, string]
  direction: Direction
}

const FROM =
  /\b(?:from|of)\s+(?:around |about |just |only |over |under |almost |nearly |an? (?:average |mean )?(?:of )?)*$/i
const TO =
  /^(?:\s*(?:\([^()]*\)|[^.;:()\d]){0,70}?),?\s\bto\s+(?:(?:around|about|just|only|over|under|almost|nearly|an?|the|some|below|above|less|more|than)\s+)*(?:an? (?:[a-z]+ ){0,4}(?:figures?|average|rate|total) of\s+)?$/i
/** Words between the change and its numbers by which they may be another thing's. */
const ANOTHERS =
  /[.;:]|,(?!\s*(?:from|going from|moving from|up from|down from)\s)|\b(?:went|took|moved|is|was|are|were|has|have|had|brought|meant|led|rang\w+|between|var\w+|and|but|while|which|that)\b/i
const NUMBER = /\d[\d,]*(?:\.\d+)?/

function changesOf(sentence: Sentence): Ends[] {
  const { quantities, text, start } = sentence
  const leading = LEADING.exec(text)?.[0].length ?? 0
  return quantities.flatMap((from, at): Ends[] => {
    const lead = text.slice(0, from.start - start)
    const to = quantities.slice(at + 1).find((one) => isLike(from, one))
    if (!/\bfrom\s/i.test(FROM.exec(lead)?.[0] ?? '') || !to || !TO.test(withoutTimes(sentence, from.end, to.start))) return []
    const direction = directionsIn(text).findLast(({ start: at, end }) => at >= leading && end <= lead.length)
    if (!direction) return []
    const gap = text.slice(direction.end, lead.length)
    if (gap.length > FAR || ANOTHERS.test(gap.replace(/,?\s*(?:(?:going|moving|up|down)\s+)?from\s+[^,]*$/i, (words) => words.replaceAll(/\b(?:going|moving)\b/gi, '')))) return []
    const values = [valueOf(from), valueOf(to)]
    const [one, other] = values
    if (one === undefined || other === undefined || Number.isNaN(one) || Number.isNaN(other)) return []
    return isPlain(from, to, one, other) ? [{ from: one, to: other, texts: [from.text, to.text], direction }] : []
  })
} // prettier-ignore

/** The words between two numbers, without the dates among them: `from 40.9% in April 2022 to 74.4%`. */
const withoutTimes = ({ quantities, text, start }: Sentence, from: number, to: number): string =>
  quantities
    .filter((one) => TIMES.has(one.kind) && one.start >= from && one.end <= to)
    .reduce((words, { text: time }) => words.replace(time, ''), text.slice(from - start, to - start))
const TIMES = new Set(['date', 'period', 'year'])

const FAR = 90
const KINDS = new Set(['count', 'percent', 'rate', 'money', 'fte', 'duration'])

/** `from 7.1 days for each person to 4.6`: a bare number may be of the same unit. */
const isLike = (from: Quantity, to: Quantity): boolean =>
  KINDS.has(from.kind) &&
  (from.kind === to.kind
    ? from.kind !== 'duration' || unitOf(from) === unitOf(to)
    : from.kind === 'duration' && to.kind === 'count')

const unitOf = ({ text }: Quantity): string => (/[a-z]+$/i.exec(text)?.[0] ?? '').toLowerCase().replace(/s$/, '')
const valueOf = ({ kind, text, value }: Quantity): number =>
  kind === 'duration' ? Number(NUMBER.exec(text)?.[0].replaceAll(',', '') ?? NaN) : value

/** Numbers further apart are of two things. */
const MOST_TIMES = 10

/** Whether it is plain which is more, though one may be said to be about, over or under so much. */
const isPlain = (from: Quantity, to: Quantity, one: number, other: number): boolean =>
  one !== other &&
  Math.max(one, other) < Math.min(one, other) * MOST_TIMES &&
  (!(from.isApproximate || to.isApproximate) || Math.abs(one - other) > Math.max(one, other) * LITTLE)
const LITTLE = 0.03

function said(studied: Studied, at: Sentence, { from, to, texts, direction }: Ends): Located[] {
  if (direction.sign === Math.sign(to - from)) return []
  return [
    located(studied, {
      at,
      place: at.passage.place,
      kind: 'growth',
      message: `It is said to have ${direction.sign > 0 ? 'risen' : 'fallen'} (“${direction.words}”), and the numbers ${direction.sign > 0 ? 'fall' : 'rise'} from ${texts[0]} to ${texts[1]}.`,
      computation: `${shown(to)} - ${shown(from)} = ${shown(to - from)}`,
      severity: 'error',
      confidence: 0.86,
    }),
  ]
}
