import { prints } from '../numbers.ts'
import { fits, pairsIn } from './pairs.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** `27 (77%)` here and `164 of the 231 (71.0%)` there: percentages of other counts. */
export function areOfOtherCounts(
  [one, percent]: readonly [Sentence, Quantity],
  [other, share]: readonly [Sentence, Quantity],
): boolean {
  const [own, theirs] = [countOf(one, percent), countOf(other, share)]
  return own !== undefined && theirs !== undefined && own !== theirs
}

const countOf = (sentence: Sentence, percent: Quantity): number | undefined =>
  pairsIn([sentence]).find((pair) => pair.percent === percent)?.count.value

/** `71.0% (164 of 231)`: a percentage that the counts beside it give is no slip of another one. */
export const isGivenByCounts = (sentence: Sentence, percent: Quantity): boolean =>
  pairsIn([sentence]).some((pair) => pair.percent === percent && pair.base !== null && fits(pair, pair.base.value))

/** `151 (95.0%)` of 159: a count whose share of another is printed beside it is a part of that one, and no slip of it. */
export function isPartBySaid(sentence: Sentence, part: number, whole: number): boolean {
  const share = (part / whole) * 100
  return (
    part < whole &&
    sentence.quantities.some(({ kind, value, decimals }) => kind === 'percent' && prints(share, value, decimals))
  )
}
