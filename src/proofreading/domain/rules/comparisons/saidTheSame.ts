import { type Rule, ofSentences } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `97%, the same as the 94% of last year`: two numbers said to be the same. */
export const saidTheSame: Rule = (studied) =>
  ofSentences(studied, (sentence) => {
    const pair = pairIn(sentence)
    if (!pair) return []
    const { own, other } = pair
    return [
      {
        kind: 'text-text',
        message: `${own.text} and ${other.text} are said to be the same.`,
        computation: `${own.text} against ${other.text}`,
        severity: 'error',
        confidence: 0.85,
      },
    ]
  })

const SAME =
  /\b(?:the same(?: (?:figure|number|level|percentage|proportion|outcome|share|rate|result|total|position|picture))? as|identical to|equal to|unchanged (?:from|at|on)|no (?:change|different|higher|lower) (?:from|than|to))(?: (?:the|that of|our|in|at|last year's|previous|figure of|year's))*\s*$/i
const HEDGED =
  /\b(?:almost|nearly|about|roughly|much|broadly|not|practically|virtually|similar)\s+(?:just\s+|exactly\s+|at\s+)?(?:the same|identical|equal|unchanged)/i
/** `31 for half a week is the same as 62 for a full one`. */
const OF_WEEKS = /\b(?:half|part|full|whole)[- ]time\b/i
const KINDS: readonly Quantity['kind'][] = ['percent', 'rate', 'count']
const NEAR = 140

/** The number right after the words, and the last of its kind before them. */
function pairIn({ quantities, text, start }: Sentence): { own: Quantity; other: Quantity } | null {
  const other = quantities.find((one) => SAME.test(text.slice(0, one.start - start)))
  if (!other || !KINDS.includes(other.kind) || other.isApproximate || HEDGED.test(text) || OF_WEEKS.test(text))
    return null
  const own = quantities.findLast(({ kind, end }) => kind === other.kind && end <= other.start)
  if (!own || own.isApproximate || own.value === other.value || other.start - own.end > NEAR) return null
  // What was rounded in one place only is the same.
  const isRounded = Math.abs(own.value - other.value) < 1 && own.decimals !== other.decimals
  const isOfAnother = /[.;]|\b(?:whereas|while|but)\b/i.test(text.slice(own.end - start, other.start - start))
  return isRounded || isOfAnother ? null : { own, other }
}
