import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { stems } from '../../words/stems.ts'

/** `present at 61.8% of reviews. In 39% the child was not present`: a share and what it leaves, which are not the whole together. */
export const sharesLeft: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
      const own = clausesOf(sentence)
      const previous = context[index - 1]
      const ahead = previous && !ELSEWHERE.test(previous.text) ? clausesOf(previous) : []
      return own.flatMap((clause, at): Located[] => {
        const one = at > 0 ? own[at - 1] : ahead.at(-1)
        if (!one || !isRest(clause, one) || own.length + (at > 0 ? 0 : ahead.length) > MOST) return []
        const sum = one.share.value + clause.share.value
        const decimals = Math.min(one.share.decimals, clause.share.decimals)
        if (Math.abs(sum - 100) <= 0.51 * 10 ** -decimals + 1e-9 || Math.abs(sum - 100) > FAR) return []
        const expected = `${rounded(100 - one.share.value, decimals)}%`
        return [
          located(studied, {
            at: sentence,
            also: at > 0 ? null : (previous ?? null),
            place: sentence.passage.place,
            kind: 'sum',
            message: `${one.share.text} leave ${expected}, not ${clause.share.text}.`,
            computation: `100 - ${shown(one.share.value)} = ${shown(100 - one.share.value)}`,
            expected,
            severity: 'error',
            confidence: 0.82,
          }),
        ]
      })
    }),
  )

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|last year|previous\w*|year before|increas\w*|decreas\w*|rose|fell|risen|fallen|compared|than|from \d|up|down|survey\w*|asked)\b/i
const MOST = 3
const FAR = 15

interface Clause {
  share: Quantity
  text: string
}

/** The clauses of a sentence that give one percentage each. */
function clausesOf({ text, start, quantities }: Sentence): Clause[] {
  const shares = quantities.filter(({ kind, isApproximate }) => kind === 'percent' && !isApproximate)
  return shares.map((share, at) => {
    const from = at === 0 ? 0 : (shares[at - 1]?.end ?? start) - start
    const to = (shares[at + 1]?.start ?? start + text.length) - start
    return { share, text: at === 0 ? text.slice(from, to) : text.slice(from, to) }
  })
}

const NOT = /\b(?:not|n't|no|none|without|never|neither|nor)\b|n't\b/i
const LATE = /\b(?:late|out of time|outside (?:the )?time\w*|overdue)\b/i
const IN_TIME = /\b(?:on time|in time|within (?:the )?(?:statutory )?time\w*)\b/i
const LINK = /\b(?:so|leav(?:es?|ing)|the (?:other|rest|remaining|remainder)|therefore|which means)\b/i

/** Whether one clause tells what the other leaves: the same with a `not`, or late beside in time. */
function isRest(clause: Clause, one: Clause): boolean {
  if (IN_TIME.test(one.text) && LATE.test(clause.text) && !LATE.test(one.text)) return LINK.test(clause.text) || !/\bof\b/i.test(clause.text)
  // `4.5% had no contribution, so 95.5% had one`.
  const [ahead = '', behind = ''] = clause.text.split(clause.share.text)
  if (NOT.test(one.text) && /\bso\s+$/i.test(ahead) && /^\s*(?:had (?:one|some)|did|do|have one)\b/i.test(behind)) return true
  if (NOT.test(clause.text) === NOT.test(one.text)) return false
  const words = stems(one.text).filter((word) => !COMMON.has(word))
  const shared = stems(clause.text).filter((word) => words.includes(word))
  return shared.some((word) => VERBS.test(word))
} // prettier-ignore

const COMMON = new Set(['child', 'review', 'percent', 'total', 'young', 'people'])
const VERBS =
  /^(?:present|attend\w*|took|take|taken|participat\w*|came|come|contribut\w*|placed?|placement|settled|resolv\w*|complet\w*|held|met|view\w*|plan\w*|upheld|repl\w+|answer\w*|record\w*)$/i
