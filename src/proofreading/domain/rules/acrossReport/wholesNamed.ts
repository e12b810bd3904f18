import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { timesPrinted } from '../../words/timesPrinted.ts'

/** `There were 412 children looked after`, and elsewhere `Of the 421 children looked after`: a whole that stands nowhere else, beside one of which it is a slip. */
export const wholesNamed: Rule = (studied) => {
  const counts = studied.sentences.flatMap((sentence) =>
    sentence.passage.kind === 'heading' ? [] : countsIn(sentence).map((count) => ({ sentence, count })),
  )
  const printed = timesPrinted(studied)
  const isOnce = (value: number) => printed.get(value) === 1
  const wholes = counts.flatMap(({ sentence, count }) => {
    const counted = OF_THE.test(aheadOf(sentence, count)) ? countedBy(sentence, count) : null
    return counted !== null && count.value >= LEAST && isOnce(count.value) ? [{ sentence, count, counted }] : []
  })
  const told = counts.flatMap(({ sentence, count }) => {
    const counted = count.value >= LEAST && isToldAsWhole(sentence, count) ? countedBy(sentence, count) : null
    return counted !== null ? [{ sentence, count, counted }] : []
  })
  return wholes.slice(0, MOST).flatMap(({ sentence, count, counted }): Located[] => {
    const right = told.find((other) => other.counted === counted && other.sentence !== sentence && isSlip(count.value, other.count.value))
    if (!right || told.some((other) => other.counted === counted && other.count.value === count.value)) return []
    return [
      located(studied, {
        at: sentence,
        also: right.sentence,
        place: sentence.passage.place,
        kind: 'text-text',
        message: `“the ${shown(count.value)}” of whom it is told here are ${shown(right.count.value)} elsewhere (${right.sentence.passage.place}).`,
        computation: `${shown(count.value)} against ${shown(right.count.value)}`,
        expected: shown(right.count.value),
        severity: 'error',
        confidence: 0.8,
      }),
    ]
  })
} // prettier-ignore

/** Smaller numbers are slips of each other by chance. */
const LEAST = 100
const MOST = 100
const OF_THE = /(?:^|[.;:,] |\d )\W*(?:of|out of|among|amongst) (?:the|our|these|those|all)\s+$/i
const THERE_WERE =
  /\b(?:there (?:were|are|was|is)(?: currently| now)?|(?:we|service|IROs?|IRO's|team|council)(?: have| has| had)? (?:held|chaired|looked after|look after|cared for)|total of|responsible for|number of [a-z ]{4,30}(?:was|is|stood at))\s+(?:a total of )?$/i
/** `1,206 reviews chaired`, at the beginning. */
const WAS_HELD =
  /^\s*(?:[a-z'-]+ ){0,3}reviews (?:were )?(?:chaired|held|carried out|undertaken|completed)\b(?! (?:in time|on time|late|within))/i
const isToldAsWhole = (sentence: Sentence, count: Quantity): boolean =>
  THERE_WERE.test(aheadOf(sentence, count)) ||
  (/^\W*$/.test(aheadOf(sentence, count)) && WAS_HELD.test(sentence.text.slice(count.end - sentence.start)))

const COUNTED =
  /^\s*((?:(?:statutory|looked[- ]after|cared[- ]for|CLA|LAC) )*(?:children and young people|children|young people|reviews|CLA|LAC))\b(?! (?:aged|who|whose|that|which|with|placed|under|over|from|of)\b)/i
/** `new children`, `children started`: others than all of them. */
const IN_PART =
  /^[^.;,:()]{0,60}\b(?:started|ceased|left|became|entered|missing|adopted|late|unaccompanied|foster|residential|pathway|initial)\b/i

const aheadOf = ({ text, start }: Sentence, one: Quantity): string => text.slice(0, one.start - start)

/** What a number counts all of: `child` or `review`; null where it counts something else, or a part. */
function countedBy({ text, start }: Sentence, { end }: Quantity): string | null {
  const behind = text.slice(end - start)
  const words = COUNTED.exec(behind)?.[1]
  if (words === undefined || IN_PART.test(behind)) return null
  return /reviews$/i.test(words) ? 'review' : 'child'
}
