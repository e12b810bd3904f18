import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { LEADING } from '../../words/clauses.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `Rather fewer left, 247 against 242`: two numbers set against each other, and said to be the other way round. */
export const setAgainst: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] =>
    sentence.passage.kind === 'heading'
      ? []
      : wrongIn(sentence).map(({ words, own, other }) =>
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'growth',
            message: `“${words}” does not describe ${own.text} against ${other.text}.`,
            computation: `${own.text} against ${other.text}`,
            expected: null,
            severity: 'error',
            confidence: 0.84,
          }),
        ),
  )

const AGAINST =
  /^[^.;:\d]{0,40}?\b(?:against|as against|compared (?:with|to)|versus|rather than|as opposed to)\s+(?:the\s+)?$/i
/** `More than half …`, `no fewer than`: no comparison of the two. */
const WORD =
  /(?<!\b(?:or|and|any) )\b(?:(more|higher|greater|larger|rise|rose|risen|increase[ds]?|grew|gone up|went up)|(fewer|less|lower|smaller|fall|fell|fallen|drop(?:ped)?|decrease[ds]?|decline[ds]?|gone down|went down))\b(?!\s+than\b)/gi

function wrongIn(sentence: Sentence): { words: string; own: Quantity; other: Quantity }[] {
  const { quantities, text, start } = sentence
  return quantities.flatMap((other, at) => {
    const own = quantities[at - 1]
    if (!own || own.kind !== other.kind || !['count', 'percent', 'rate'].includes(own.kind)) return []
    if (own.isApproximate || other.isApproximate) return []
    if (!AGAINST.test(text.slice(own.end - start, other.start - start))) return []
    const before = quantities[at - 2]
    const clause =
      text
        .slice((before?.end ?? start) - start, own.start - start)
        .replace(before ? '' : LEADING, '')
        .split(/[;:.]|,\s(?:and|but|while|although|whereas)\s|\b(?:while|whereas|although|meant|so)\b/)
        .at(-1) ?? ''
    const said = [...clause.matchAll(WORD)].map((match) => ({ words: match[0], isUp: match[1] !== undefined }))
    const [first] = said
    if (!first || said.some(({ isUp }) => isUp !== first.isUp) || /\b(?:not|no|by|per)\b/i.test(clause)) return []
    return own.value !== other.value && first.isUp !== own.value > other.value
      ? [{ words: first.words, own, other }]
      : []
  })
}
