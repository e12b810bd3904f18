import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { after, between, countsIn } from '../../words/around.ts'
import { wholeOf } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `Out of 29 carers who answered only 36 preferred …`, `48 of 41`, `one joined, two of whom …`: a part that is more than its whole. */
export const moreThanAll: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const [first] = [ofBeginning(sentence), ...besideEachOther(sentence)].filter(
      (one) => one && !one.whole.isApproximate && !one.part.isApproximate && one.part.value > one.whole.value,
    )
    if (!first) return []
    const { part, whole } = first
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'sum',
        message: `${part.text} of ${whole.text} is more than all of them.`,
        computation: `${shown(part.value)} > ${shown(whole.value)}`,
        severity: 'error',
        confidence: 0.86,
      }),
    ]
  })

interface PartOfWhole {
  part: Quantity
  whole: Quantity
}

function ofBeginning(sentence: Sentence): PartOfWhole | null {
  const whole = wholeOf(sentence)
  const part = whole && partOf(sentence, whole)
  return part ? { part, whole } : null
}

/** `48 of 41`, `48 of the 41`; `one joined, two of whom`. */
const besideEachOther = (sentence: Sentence): PartOfWhole[] =>
  sentence.quantities.flatMap((one, at): PartOfWhole[] => {
    const next = sentence.quantities[at + 1]
    if (one.kind !== 'count' || next?.kind !== 'count' || one.decimals + next.decimals > 0) return []
    const gap = between(sentence, one, next)
    if (/^\s*(?:out )?of (?:the |our |all |these |those )*$/i.test(gap)) return [{ part: one, whole: next }]
    return /^[^.;()]{0,60},\s*$/.test(gap) &&
      /^\s*of wh(?:om|ich)\b/i.test(after(sentence, next)) &&
      !OF_OTHERS.test(gap)
      ? [{ part: next, whole: one }]
      : []
  })

/** How often something happened, or of how many others it was, may be more than how many there are. */
const OF_OTHERS = /\b(?:times|occasions|episodes|between them|together|made|had|raised|held|gave|received)\b/i
/** What is said of people or things of the whole: `36 preferred`; `36 children` may be others. */
const SAID =
  /^\s*(?:were|was|are|is|said|told|felt|wanted|preferred|attended|answered|replied|responded|came|took|left|lived?|moved|agreed|asked|chose|knew|went|returned|turned|remained|stayed|started|did|could|would|have been|had been)\b/i
const CAME_TO =
  /\b(?:than|from|compared|up|down|last year|previous|per|average|increase|decrease|aged|target)\b|[.;:%]/i

/** The number that the sentence goes on to, where what it counts is nothing but people or things of the whole. */
function partOf(sentence: Sentence, whole: Quantity): Quantity | null {
  const [part] = countsIn(sentence).filter(({ start }) => start > whole.end)
  const [next] = sentence.quantities.filter(({ start }) => start > whole.end)
  if (!part || part !== next || part.isApproximate || part.decimals > 0) return null
  const gap = between(sentence, whole, part)
  const isOne = /^\s*(?:[a-z'’-]+,?\s+){1,12}(?:only |just )?$/i.test(gap) && !CAME_TO.test(gap)
  return isOne && !OF_OTHERS.test(gap) && SAID.test(after(sentence, part)) ? part : null
}
