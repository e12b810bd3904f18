import type { Located } from '../../finding.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `140 have a brother or sister in care. 96 live with them. That leaves 54 who don't`: what is left of a whole, and is not. */
export const whatIsLeft: Rule = (studied) => studied.contexts.flatMap((context) => ofContext(studied, context))

const LEAVES = /\b(?:leaves?|leaving|left)\s+(?:just |only |a further |another |the other )?$/i
/** So many numbers back the whole may stand. */
const MOST_BACK = 5
const SMALLEST_WHOLE = 5

function ofContext(studied: Studied, context: readonly Sentence[]): Located[] {
  const told = context.flatMap((sentence) => countsIn(sentence).map((one) => ({ sentence, one })))
  return told.flatMap(({ sentence, one: rest }, index): Located[] => {
    const lead = sentence.text.slice(0, rest.start - sentence.start)
    // `31 left care`, `the 12 who left`: children who left are no rest.
    if (
      !LEAVES.test(before(sentence, rest)) ||
      rest.isApproximate ||
      /\b(?:who|children|care|people)\s+(?:had )?left\s+$/i.test(lead)
    )
      return []
    const earlier = told.slice(Math.max(0, index - MOST_BACK), index).filter(({ one }) => !one.isApproximate)
    if (
      isLeft(
        earlier.map(({ one }) => one),
        rest.value,
      )
    )
      return []
    const parts = partsBefore(earlier.map(({ one }) => one))
    if (!parts || rest.value >= parts.whole.value) return []
    const exact = parts.whole.value - parts.taken.reduce((sum, { value }) => sum + value, 0)
    const also = earlier.find(({ one }) => one === parts.whole)?.sentence ?? null
    return [
      located(studied, {
        at: sentence,
        also: also === sentence ? null : also,
        place: sentence.passage.place,
        kind: 'sum',
        message: `${parts.taken.map(({ text }) => text).join(' and ')} of ${parts.whole.text} leave ${shown(exact)}, not ${rest.text}.`,
        computation: `${[parts.whole, ...parts.taken].map(({ value }) => shown(value)).join(' - ')} = ${shown(exact)}`,
        expected: shown(exact),
        severity: 'error',
        confidence: 0.84,
      }),
    ]
  })
}

/** The nearest earlier count that the counts after it do not use up, and those counts. */
function partsBefore(counts: readonly Quantity[]): { whole: Quantity; taken: readonly Quantity[] } | null {
  for (let at = counts.length - 2; at >= 0; at--) {
    const whole = counts[at]
    const taken = counts.slice(at + 1)
    if (whole && whole.value >= SMALLEST_WHOLE && taken.reduce((sum, { value }) => sum + value, 0) < whole.value)
      return { whole, taken }
  }
  return null
}

/** Whether some of the counts, taken from another of them, leave so many. */
function isLeft(counts: readonly Quantity[], rest: number): boolean {
  const values = counts.map(({ value }) => value)
  return values.some((whole, at) => {
    const others = values.filter((_, index) => index !== at)
    const sums = others.reduce<readonly number[]>((all, part) => [...all, ...all.map((sum) => sum + part)], [0])
    return sums.some((sum) => isSame(whole - sum, rest))
  })
}
