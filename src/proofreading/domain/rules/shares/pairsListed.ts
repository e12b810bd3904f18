import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, ofSentences } from '../../studied.ts'
import { after, between } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `148 boys and 120 girls (55% and 45%)`: two shares that are a whole, of two counts that are not so divided. */
export const pairsListed: Rule = (studied) =>
  ofSentences(studied, (sentence) =>
    foursIn(sentence).flatMap(({ counts: [one, other], shares: [first, second] }) => {
      const sum = one.value + other.value
      const [share, rest] = [(one.value / sum) * 100, (other.value / sum) * 100]
      const areRight = prints(share, first.value, first.decimals) && prints(rest, second.value, second.decimals)
      if (areRight || Math.abs(first.value + second.value - 100) > 1) return []
      const expected = `${rounded(share, first.decimals)}% and ${rounded(rest, second.decimals)}%`
      return [
        {
          kind: 'percentage',
          message: `${shown(one.value)} and ${shown(other.value)} are ${expected} of their sum, not ${first.text} and ${second.text}.`,
          computation: `${shown(one.value)} / ${shown(sum)} = ${rounded(share, first.decimals + 2)}%`,
          expected,
          severity: 'error',
          confidence: 0.86,
        },
      ]
    }),
  )

interface Four {
  counts: readonly [Quantity, Quantity]
  shares: readonly [Quantity, Quantity]
}

/** Two counts with their two percentages behind them, in the same order. */
const foursIn = (sentence: Sentence): Four[] =>
  sentence.quantities.flatMap((one, at): Four[] => {
    const [other, first, second] = sentence.quantities.slice(at + 1)
    if (!other || !first || !second) return []
    const areCounts = [one, other].every(
      ({ kind, isApproximate, value }) => kind === 'count' && !isApproximate && value > 0,
    )
    const areShares = [first, second].every(({ kind, isApproximate }) => kind === 'percent' && !isApproximate)
    const isList =
      /^[^.;()]{0,60}\b(?:and|to|against|or|versus)\s[^.;()]{0,40}$/i.test(between(sentence, one, other)) &&
      /^[^.;]{0,60}(?:\(|,)\s*$/.test(between(sentence, other, first)) &&
      /^\s*(?:and|to|against|,|\/)\s*$/.test(between(sentence, first, second)) &&
      /^\s*(?:\)|respectively\b|,? respectively\b|[.,;]|$)/i.test(after(sentence, second, false))
    return areCounts && areShares && isList ? [{ counts: [one, other], shares: [first, second] }] : []
  })
