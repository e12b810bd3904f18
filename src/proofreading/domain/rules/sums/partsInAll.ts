import type { Located } from '../../finding.ts'
import { isSame, sumOf } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, located } from '../../studied.ts'
import { shown } from '../../numbers.ts'
import { between } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `… 58 were adopted and 24 left for other reasons: 412 in all`, `We spent £11,400 on …` of `a grant of £24,600`: lists of counts or of money, and their whole beside them. */
export const partsInAll: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading' || IN_SEVERAL.test(sentence.text)) return []
      const told = (['count', 'money'] as const).flatMap((kind) => toldIn(sentence, context[index - 1], context[index + 1], kind))
      return told.flatMap(({ parts, whole, also }): Located[] => {
        const sum = sumOf(parts.map(({ value }) => value))
        const off = sum - whole.value
        const isSlipped = Math.abs(off) <= LITTLE || isSlip(whole.value, sum) || parts.some(({ value }) => isSlip(value, value - off))
        if (isSame(off, 0) || !isSlipped || Math.abs(off) > whole.value * MOST_OFF) return []
        return [
          located(studied, {
            at: sentence,
            also,
            place: sentence.passage.place,
            kind: 'sum',
            message: `The parts add up to ${shown(sum)}, and the whole is given as ${whole.text.trim()}.`,
            computation: `${parts.map(({ value }) => shown(value)).join(' + ')} = ${shown(sum)}, not ${shown(whole.value)}`,
            expected: shown(sum),
            severity: 'error',
            confidence: 0.82,
          }),
        ]
      })
    }),
  ) // prettier-ignore

const LITTLE = 3
const MOST_OFF = 0.25
const FEWEST = 3
const IN_SEVERAL =
  /\b(?:more than one|multiple|several|could (?:choose|tick|give|pick|select)|include[ds]?|for example|such as|each|per|at least|compared|than|last year|previous)\b/i
const LINK = /^[^.:]{0,110}?(?:[,;]|\band\b|\bplus\b)[^.:]{0,60}$|^\s*(?:,|;|and)\s*$/i
const IN_ALL = /^\s*(?:[a-z]+ ){0,3}?(?:in all|altogether|in total)\b/i
const NEXT =
  /^\W*(?:there were|that (?:is|was|makes|gives|came to)|this (?:is|makes|gives)|in all|altogether|in total|together)\b/i
const SPENT = /\b(?:spent|spend|went on|cost|paid for|was used|funded)\b/i
const GRANT = /\b(?:grant|budget|fund|sum|total|award\w*|spent|spending|cost)\b/i

interface Told {
  parts: readonly Quantity[]
  whole: Quantity
  also: Sentence | null
}

/** A list of numbers of one kind, with its whole at its end, in the sentence after it, or of money in the one before it. */
function toldIn(sentence: Sentence, previous: Sentence | undefined, next: Sentence | undefined, kind: 'count' | 'money'): Told[] {
  const own = sentence.quantities.filter((one) => one.kind === kind)
  if (own.some(({ isApproximate, decimals, text }) => isApproximate || (kind === 'count' && decimals > 0) || /[kmn]\s*$/i.test(text))) return []
  if (sentence.quantities.some((one) => !['age', 'reference', 'duration', kind].includes(one.kind))) return []
  const isList = (parts: readonly Quantity[], least = FEWEST) =>
    parts.length >= least && parts.every((one, at) => {
      const following = parts[at + 1]
      return !following || LINK.test(between(sentence, one, following))
    })
  const last = own.at(-1)
  const parts = own.slice(0, -1)
  const before = parts.at(-1)
  if (last && before && IN_ALL.test(sentence.text.slice(last.end - sentence.start)) && /[:;,-]\s*$/.test(between(sentence, before, last)) && isList(parts, 2))
    return [{ parts, whole: last, also: null }]
  const [after, more] = next?.quantities.filter((one) => one.kind === kind) ?? []
  const isAfter = next && after && !more && NEXT.test(next.text) && /\b(?:in all|altogether|in total|together)\b/i.test(next.text)
  if (isAfter && isList(own)) return [{ parts: own, whole: after, also: next }]
  const [ahead, other] = previous?.quantities.filter((one) => one.kind === kind) ?? []
  const isAhead = kind === 'money' && previous && ahead && !other && GRANT.test(previous.text) && SPENT.test(sentence.text)
  return isAhead && isList(own) ? [{ parts: own, whole: ahead, also: previous }] : []
} // prettier-ignore
