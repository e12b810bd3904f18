import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `There were 803 … and 768 … The increase is 35 (4.6%)`: a change whose two numbers the paragraph gives. */
export const changeShares: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] =>
      sentence.quantities.flatMap((by, at): Located[] => {
        const percent = sentence.quantities[at + 1]
        const counts = context.slice(Math.max(0, index - 2), index + 1).flatMap(countsIn)
        const base = percent ? wrongBase(sentence, by, percent, counts) : null
        if (!percent || base === null) return []
        const exact = (by.value / base) * 100
        const expected = `${rounded(exact, percent.decimals)}%`
        return [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'growth',
            message: `A change of ${shown(by.value)} from ${shown(base)} is ${expected}, not ${percent.text}.`,
            computation: `${shown(by.value)} / ${shown(base)} = ${rounded(exact, percent.decimals + 2)}%`,
            expected,
            severity: 'error',
            confidence: 0.86,
          }),
        ]
      }),
    ),
  )

const JUST_BEFORE =
  /\b(?:increase|decrease|rise|fall|reduction|drop|growth|change)\s+(?:is|was|of)\s*$|\b(?:risen|rose|grown|grew|increased|fallen|fell|decreased) by\s*$/i
const FALL = /\b(?:fall|decrease|reduction|drop|fewer|fell|decreased|dropped|reduced)\b/i

/** What the change was from, where its share is that of neither number; null where it is, or they are not known. */
function wrongBase(sentence: Sentence, by: Quantity, percent: Quantity, counts: readonly Quantity[]): number | null {
  if (by.kind !== 'count' || percent.kind !== 'percent' || by.isApproximate || percent.isApproximate) return null
  const lead = sentence.text.slice(0, by.start - sentence.start)
  if (!/^(?:\s*\(|,? or)\s*$/.test(between(sentence, by, percent)) || !JUST_BEFORE.test(lead)) return null
  const ends = counts.flatMap((one) => {
    const other = counts.find(({ value }) => one.value > 0 && isSame(value - one.value, by.value))
    return other ? [{ less: one.value, more: other.value }] : []
  })
  const [first] = ends
  const fits = (base: number) => prints((by.value / base) * 100, percent.value, percent.decimals)
  if (!first || ends.some(({ less, more }) => fits(less) || fits(more))) return null
  return FALL.test(sentence.text) ? first.more : first.less
}
