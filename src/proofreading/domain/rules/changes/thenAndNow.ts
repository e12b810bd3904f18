import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { after, before } from '../../words/around.ts'
import { type Direction, directionsIn } from '../../words/directions.ts'
import type { Quantity } from '../../words/quantities.ts'
import { type Sentence, withJoined } from '../../words/sentences.ts'

/** `The number of complaints fell: there were 23 in the year and 19 in the year before`: said to have gone the other way than its numbers, the old one told last. */
export const thenAndNow: Rule = (studied) =>
  withJoined(studied.sentences).flatMap((sentence): Located[] => {
    const wrong = sentence.passage.kind === 'heading' ? null : wrongIn(sentence)
    if (!wrong) return []
    const { now, then, direction } = wrong
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'growth',
        message: `It is said to have ${direction.sign > 0 ? 'risen' : 'fallen'} (“${direction.words}”), and the numbers ${direction.sign > 0 ? 'fall' : 'rise'} from ${then.text} to ${now.text}.`,
        computation: `${shown(now.value)} - ${shown(then.value)} = ${shown(now.value - then.value)}`,
        severity: 'error',
        confidence: 0.83,
      }),
    ]
  })

const YEAR_BEFORE = String.raw`(?:last year(?:'s)?|(?:in )?the (?:previous|prior) (?:reporting )?year(?:'s)?|(?:in )?the year before|(?:a|one) year (?:ago|earlier|before|previously)|twelve months (?:ago|earlier|before)|previously)`
const LED = new RegExp(
  String.raw`\b(?:${YEAR_BEFORE}|(?:compare[sd] (?:with|to)|as against|against|up on|down on|(?:increase|rise|improvement|decrease|reduction|fall|drop|growth) (?:on|from|over)))(?:,? (?:when )?(?:it|there|this|the (?:figure|number|rate)) (?:was|were|had been|stood at))?\s+(?:of |at |the |to |figure |rate |from )*$`,
  'i',
)
const FOLLOWED = new RegExp(String.raw`^\s*(?:(?:\([^()]*\)|[a-z'-]+)\s+){0,5}?${YEAR_BEFORE}\b`, 'i')
/** `12 fewer than the previous year`. */
const IS_CHANGE = /^\s*(?:[a-z]+\s+)?(?:more|fewer|less|higher|lower|larger|smaller|up|down)\b/i
const COUNTED = new Set<Quantity['kind']>(['count', 'percent', 'rate', 'money', 'fte'])
/** Between the word and the first of the numbers: what may make it another thing's. */
const IS_SIZE = /^(?:rise|increase|growth|fall|decrease|reduction|drop|decline|improvement)$/i
const ANOTHERS =
  /[.;,](?!\d)|\b(?:meant|led|because|despite|although|while|but|so|after|following|since|as|reflect\w*|due|owing|by)\b/i
const OTHERWISE =
  /\b(?:target\w*|nation\w*|region\w*|england|neighbours?|will|would|should|aim\w*|expect\w*|not|n't|no|if|hope\w*|plan\w*|slow\w*|rate of (?:increase|growth|decline))\b/i
const FAR = 80

function wrongIn(sentence: Sentence): { now: Quantity; then: Quantity; direction: Direction } | null {
  const { text, start, quantities } = sentence
  const counted = quantities.filter(({ kind, isApproximate }) => COUNTED.has(kind) && !isApproximate)
  const plain = withoutTimes(sentence)
  const olds = counted.filter((one) => !IS_CHANGE.test(after(sentence, one)) && (LED.test(before(plain, one)) || FOLLOWED.test(after(sentence, one))))
  const [then, more] = olds
  const [now, other] = counted.filter((one) => one.kind === then?.kind && one !== then)
  if (!then || more || !now || other || now.value === then.value || OTHERWISE.test(text)) return null
  if (now.start > then.start || Math.max(now.value, then.value) > Math.min(now.value, then.value) * MOST_TIMES) return null
  const directions = [...directionsIn(text), ...comparedIn(text)].filter(({ end }) => start + end <= then.start)
  const [direction] = directions
  if (!direction || directions.some(({ sign }) => sign !== direction.sign)) return null
  const isAhead = start + direction.end <= now.start
  const gap = isAhead ? text.slice(direction.end, now.start - start) : ''
  // `The increase was 27, against 39 the year before`: how large each was.
  if (IS_SIZE.test(direction.words) && /\b(?:was|were|is|are|of)\b/i.test(gap)) return null
  // After the first number only `… . This is an increase on …` is of it.
  const isOfIt = isAhead ? gap.length <= FAR && !ANOTHERS.test(gap) : IS_ONE.test(text.slice(now.end - start, direction.end))
  return isOfIt && direction.sign !== Math.sign(now.value - then.value) ? { now, then, direction } : null
} // prettier-ignore

/** The sentence with its dates left blank: `compared to March 2023 81.9%`. */
const withoutTimes = (sentence: Sentence): Sentence => {
  const times = sentence.quantities.filter(({ kind }) => kind === 'date' || kind === 'period' || kind === 'year')
  const text = times.reduce(
    (words, { start, end }) =>
      `${words.slice(0, start - sentence.start)}${' '.repeat(end - start)}${words.slice(end - sentence.start)}`,
    sentence.text,
  )
  return { ...sentence, text, quantities: sentence.quantities.filter((one) => !times.includes(one)) }
}

const MOST_TIMES = 5
const IS_ONE =
  /(?:\.\s+(?:this|that|it|which)|,\s*which)\s+(?:is|was|represents|marks|shows)\s+an?\s+(?:[a-z]+\s+){0,2}[a-z]+$/i

/** `Attendance was higher this year`. */
const HIGHER =
  /\b(?:is|was|were|are|has been|remained|slightly|a little|somewhat|much)\s+(?:(higher|larger|greater)|(lower|smaller))\b(?!\s+than\s+(?:the|our|any|most)\b)/gi
const comparedIn = (text: string): Direction[] =>
  [...text.matchAll(HIGHER)].map((match) => ({
    words: match[0],
    sign: match[1] === undefined ? -1 : 1,
    start: match.index,
    end: match.index + match[0].length,
  }))
