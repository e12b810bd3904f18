import { before, between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import type { Told } from './told.ts'

/** Two kinds that leave no third. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:within|in|on) (?:the )?(?:statutory )?time(?:scales?|ly)?\b/i,
    /\b(?:outside|out of|not (?:held )?(?:with)?in|late|overdue)\b/i,
  ],
  [/\b(?:males?|boys?|men)\b/i, /\b(?:females?|girls?|women)\b/i],
  [/\bfull[- ]time\b/i, /\bpart[- ]time\b/i],
  [/\bown accounts?\b/i, /\bworkers?'? accounts?\b/i],
  [/\bformal\b(?<!informal)/i, /\binformal\b/i],
  [
    /\b(?:took place|attended|responded|took part|participated|contributed|returned|were held)\b/i,
    /\b(?:did|were|was) not\b/i,
  ],
  [/\bpermanent\b/i, /\b(?:agency|temporary)\b/i],
  [
    /\b(?:resolved|closed|concluded)\b(?<!not (?:resolved|closed|concluded))/i,
    /\b(?:open|unresolved|outstanding|ongoing)\b/i,
  ],
]

const MOST_OFF = 0.3
/** Words that set numbers beside each other. */
export const COMPARED = /\b(?:compared|than|from|last year|previous|target)\b/i

/** Two opposites in a sentence, of a whole given in it or in the sentence before. */
export function opposites(context: readonly Sentence[], sentence: Sentence, index: number): Told[] {
  const counts = countsIn(sentence)
  return OPPOSITES.flatMap(([one, other]): Told[] => {
    const first = counts.find((count) => one.test(behind(sentence, count)) && !other.test(behind(sentence, count)))
    const second = counts.find(
      (count) =>
        count !== first &&
        other.test(behind(sentence, count)) &&
        !/aged|of (?:whom|which)/i.test(behind(sentence, count)),
    )
    if (
      !first ||
      !second ||
      first.isApproximate ||
      second.isApproximate ||
      // `from their own accounts` compares nothing.
      COMPARED.test(between(sentence, ...inOrder(first, second)).replaceAll(/\bfrom (?!\d)/gi, ' '))
    )
      return []
    const larger = (one: Quantity) =>
      !one.isApproximate && one.value >= Math.max(first.value, second.value) && one !== first && one !== second
    const own =
      counts.filter((count) => count.start < Math.min(first.start, second.start) && larger(count)).at(-1) ??
      counts.find(
        (count) => larger(count) && /\b(?:among|of|out of|in) (?:the|all|these|our)\s*$/i.test(before(sentence, count)),
      )
    const sum = first.value + second.value
    const isNear = (count: Quantity) => larger(count) && Math.abs(count.value - sum) <= count.value * MOST_OFF
    const previous = context.slice(0, index).findLast((each) => countsIn(each).some(isNear))
    const whole = own ?? (previous ? countsIn(previous).find(isNear) : undefined)
    if (
      !whole ||
      Math.abs(sum - whole.value) > whole.value * MOST_OFF ||
      hasThird(sentence, counts, first, second, whole)
    )
      return []
    return [{ whole, parts: [first, second], at: sentence, also: own ? null : (previous ?? null), confidence: 0.85 }]
  })
}

/** The words after a count, its own percentage left out, up to the next count. */
const behind = (sentence: Sentence, count: Quantity): string =>
  sentence.text
    .slice(
      count.end - sentence.start,
      (countsIn(sentence).find(({ start }) => start >= count.end)?.start ?? sentence.end) - sentence.start,
    )
    .replace(/^\s*\([^)]*\)/, '')

const inOrder = (one: Quantity, other: Quantity): [Quantity, Quantity] =>
  one.start < other.start ? [one, other] : [other, one]

/** A third count in the list belongs to the whole too. */
const hasThird = (sentence: Sentence, counts: readonly Quantity[], ...known: readonly Quantity[]): boolean =>
  counts.some(
    (count) =>
      !known.includes(count) &&
      count.start > Math.min(...known.map(({ start }) => start)) &&
      !/\(\s*$/.test(before(sentence, count)),
  )
