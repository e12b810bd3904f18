import { isSame, shown, sumOf } from '../../numbers.ts'
import { type Rule, ofSentences } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'
import type { Sentence } from '../../words/sentences.ts'

/**
 * `215 live with us, 129 with agencies. That makes 344`, `412 came. A further 198 sent their views, so that 610 were heard`: what
 * parts told in the sentence before come to.
 */
export const furtherParts: Rule = (studied) =>
  ofSentences(studied, (sentence, previous) => {
    const made = previous ? (thatMakes(sentence, previous) ?? aFurther(sentence, previous)) : null
    if (!made) return []
    const sum = sumOf(made.parts)
    const parts = made.parts.map((value) => shown(value))
    return [
      {
        also: previous ?? null,
        kind: 'sum',
        message: `${parts.join(' and ')} are ${shown(sum)}, not ${shown(made.told)}.`,
        computation: `${parts.join(' + ')} = ${shown(sum)}`,
        expected: shown(sum),
        severity: 'error',
        confidence: 0.84,
      },
    ]
  })

interface Made {
  parts: readonly number[]
  told: number
}

const exactIn = (sentence: Sentence) => countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
/** A sum further off is of other parts. */
const isNear = ({ parts, told }: Made): boolean => Math.abs(sumOf(parts) - told) <= told * MOST_OFF

const THAT_MAKES =
  /^\W*(?:(?:that|this|which|together (?:that|this)|in all (?:that|this)) (?:makes?|gives?|comes? to)|together (?:they|these) (?:are|make|come to))\s+$/i

/** All counts of the sentence before, or all but its first, must be the sum. */
function thatMakes(sentence: Sentence, previous: Sentence): Made | null {
  const [sum] = exactIn(sentence)
  const parts = exactIn(previous).map(({ value }) => value)
  if (!sum || parts.length < 2 || parts.length < countsIn(previous).length || !THAT_MAKES.test(before(sentence, sum)))
    return null
  const made = { parts, told: sum.value }
  return [parts, parts.slice(1)].some((all) => isSame(sumOf(all), sum.value)) || !isNear(made) ? null : made
}

/** A part of the sentence before and one more. */
function aFurther(sentence: Sentence, previous: Sentence): Made | null {
  const [further, together, more] = countsIn(sentence)
  if (!further || !together || more || further.isApproximate || together.isApproximate) return null
  if (!/^\W*(?:a further|another)\s+$/i.test(before(sentence, further)) || !SO_THAT.test(before(sentence, together)))
    return null
  const parts = exactIn(previous)
  const [part] = parts
  if (!part || parts.some(({ value }) => isSame(value + further.value, together.value))) return null
  const made = { parts: [part.value, further.value], told: together.value }
  return isNear(made) ? made : null
}

const SO_THAT =
  /\b(?:so that(?: altogether| in all)?|making|bringing (?:it|the total|the number) to|which (?:makes|gives|brings (?:it|the total|the number) to)|giving|in all|altogether|a total of|or)\s+$/i
const MOST_OFF = 0.3
