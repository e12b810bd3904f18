import { isSame, sumOf } from '../../numbers.ts'
import type { Located } from '../../finding.ts'
import { isSlip } from '../../slips.ts'
import type { Rule, Studied } from '../../studied.ts'
import { between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { sumTold } from './sentenceSums.ts'

/** `58 children left. Twenty-one turned 18, sixteen went home and …`: a list that nearly makes up the number told just before it. */
export const partsMadeUp: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading' || IN_SEVERAL.test(sentence.text)) return []
      return listsOf(sentence).flatMap((parts) => wrongIn(studied, sentence, parts, context.slice(Math.max(0, index - BEFORE), index)))
    }),
  ) // prettier-ignore

const IN_SEVERAL =
  /\b(?:more than one|multiple|several|could (?:choose|tick|give|pick|select)|all that appl\w+|most common|main (?:ones|reasons|themes)|include[ds]?|among|for example|such as|at least|respectively|each of|of (?:whom|which) \d)\b/i
const COMPARED =
  /\b(?:compared|than|from \d|last year|previous|increase|decrease|rise|fall|up|down|average|target|another|further|per|every|within)\b/i
/** After it stand numbers of one part of the list. */
const GOING_ON = /;\s*(?:and )?(?:of (?:these|those|them|which)|within this)\b/i
/** `12 challenges raised, 9 informal, …`. */
const RAISED =
  /^\s+(?:[a-z-]+\s+){1,4}(?:were |was )?(?:raised|made|received|recorded|opened|held|reported|logged)(?:,|:|;| -)\s*$/i
const LINK = /^[^.:]{0,110}?(?:[,;]|\band\b|\bplus\b)[^.:]{0,60}$/i
const BEFORE = 2
const FEWEST = 3
const MADE_UP =
  /\b(?:made up of|consist\w* of|compris\w+|divided (?:into|between)|broken down|split (?:into|between)|namely|that is)\b[^.;\d]{0,30}$/i

/** The lists of counts of a sentence that go on to its end: each may be a list by itself, with a whole before it. */
function listsOf(sentence: Sentence): Quantity[][] {
  const end = sentence.start + (GOING_ON.exec(sentence.text)?.index ?? sentence.text.length)
  const counts = countsIn(sentence).filter(
    (one) => one.start < end && !/\(\s*$/.test(sentence.text.slice(0, one.start - sentence.start)),
  )
  if (counts.some(({ isApproximate, decimals }) => isApproximate || decimals > 0)) return []
  const foreign = sentence.quantities.some(({ kind }) => ['money', 'rate', 'points', 'fte'].includes(kind))
  const own: Quantity[] = []
  for (const count of counts.toReversed()) {
    const [next] = own
    const gap = next ? between(sentence, count, next).replaceAll(/\([^()]*\)/g, '') : ''
    if (next && (!LINK.test(gap) || COMPARED.test(gap) || gap.includes('%'))) break
    own.unshift(count)
  }
  const lead = sentence.text.slice(0, (own[0]?.start ?? 0) - sentence.start)
  if (
    foreign ||
    COMPARED.test(lead.replace(/\bmade up\b|\b(?:consistent|in line) with (?:the )?(?:previous|last) years?\b/gi, ''))
  )
    return []
  const least = MADE_UP.test(lead) ? 2 : FEWEST
  // The first may be the whole of the others, where the words set it apart.
  const [first, second] = own
  const isTold =
    first &&
    /\b(?:there (?:were|are|was)|we (?:had|held|raised)|(?:a )?total of)\s+$/i.test(
      sentence.text.slice(0, first.start - sentence.start),
    )
  const isRaised = first && second && RAISED.test(between(sentence, first, second))
  const isLed =
    isTold ||
    isRaised ||
    (first && second && /[:(]|\b(?:of which|of whom|made up of)\b/.test(between(sentence, first, second)))
  return [own, ...(isLed ? [own.slice(1)] : [])].filter(({ length }) => length >= least)
}

/** Smaller wholes are made up by chance. */
const LEAST = 12
const MOST_OFF = 0.25

function wrongIn(studied: Studied, sentence: Sentence, parts: readonly Quantity[], earlier: readonly Sentence[]): Located[] {
  const [first] = parts
  const sum = sumOf(parts.map(({ value }) => value))
  const own = countsIn(sentence).filter(({ end }) => first && end <= first.start)
  const told = [...own, ...earlier.toReversed().flatMap(countsIn)].filter(({ isApproximate }) => !isApproximate)
  if (told.some(({ value }) => isSame(value, sum)) || hasRest(parts, told)) return []
  const [nearest] = own.length > 0 ? own.toReversed() : earlier.toReversed().map((each) => wholesOf(each)).find(({ length }) => length > 0) ?? []
  if (!nearest || nearest.isApproximate || nearest.value < LEAST || parts.some(({ value }) => value >= nearest.value)) return []
  const off = sum - nearest.value
  const isSlipped = Math.abs(off) <= 3 || parts.some(({ value }) => isSlip(value, value - off)) || isSlip(nearest.value, sum)
  // `there were 21 occasions …; 10 were informal, 1 formal and 1 themed`: however far turned digits are off.
  const isTurned = own.length > 0 && isSlip(nearest.value, sum)
  if (!isSlipped || (!isTurned && Math.abs(off) > nearest.value * MOST_OFF)) return []
  const also = earlier.find((each) => each.quantities.includes(nearest)) ?? null
  return [sumTold(studied, { whole: nearest, parts, at: sentence, also, confidence: 0.8 })]
} // prettier-ignore

/** The counts of a sentence that gives one, or the last of several. */
const wholesOf = (sentence: Sentence): Quantity[] => countsIn(sentence).toReversed().slice(0, 1)

/** Whether the parts without one of them make up a whole, which the list then only goes on from. */
const hasRest = (parts: readonly Quantity[], told: readonly Quantity[]): boolean =>
  parts.some((left) => {
    const sum = sumOf(parts.filter((one) => one !== left).map(({ value }) => value))
    return told.some(({ value }) => isSame(value, sum)) || isSame(left.value, sum)
  })
