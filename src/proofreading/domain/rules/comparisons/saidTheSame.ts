import { type Rule, located } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `97%, the same as the 94% of last year`: two numbers said to be the same. */
export const saidTheSame: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    const pair = sentence.passage.kind === 'heading' ? null : pairIn(sentence)
    return pair
      ? [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'growth',
            message: `${pair.own.text} and ${pair.other.text} are said to be the same.`,
            computation: `${pair.own.text} against ${pair.other.text}`,
            expected: null,
            severity: 'error',
            confidence: 0.85,
          }),
        ]
      : []
  })

const SAME =
  /(?<!\b(?:not|at|almost|nearly|about|roughly|broadly|much|around) )\b(?:(?:the |exactly the |precisely the )same(?: (?:figure|number|level|percentage|proportion|outcome|share|rate|result|total))? as|identical to|unchanged from|no change from|equal to)(?: (?:the|that of|our|in|at|last year's|previous|figure of|year's))*\s*$/i
const KINDS: readonly Quantity['kind'][] = ['percent', 'rate', 'count']
const NEAR = 140

/** The number right after the words, and the one of its kind before them where there is but one. */
function pairIn({ quantities, text, start }: Sentence): { own: Quantity; other: Quantity } | null {
  for (const other of quantities) {
    if (!KINDS.includes(other.kind) || other.isApproximate || !SAME.test(text.slice(0, other.start - start))) continue
    const [own, second] = quantities.filter(({ kind, end }) => kind === other.kind && end <= other.start)
    if (!own || second || own.isApproximate || own.value === other.value || other.start - own.end > NEAR) return null
    // What was rounded in one place only is the same.
    const isRounded = Math.abs(own.value - other.value) < 1 && own.decimals !== other.decimals
    const isOfAnother = /[.;]|\b(?:whereas|while|but)\b/i.test(text.slice(own.end - start, other.start - start))
    return isRounded || isOfAnother ? null : { own, other }
  }
  return null
}
