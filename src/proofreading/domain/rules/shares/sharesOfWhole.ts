import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after, before, between, countsIn } from '../../words/around.ts'
import { pairsIn, wholeOf } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** Shares of one whole: those that no count of it gives, those that don't add up to all of it, and more than all of it. */
export const sharesOfWhole: Rule = (studied) =>
  studied.contexts.flatMap((context) => [
    ...context.flatMap((sentence) => impossible(studied, sentence)),
    ...context.flatMap((sentence) => exhaustive(studied, sentence)),
    ...context.flatMap((sentence) => aboveAll(studied, sentence)),
    ...incomplete(studied, context),
  ])

/** What stands before a percentage that is one of something else. */
const ELSEWHERE =
  /\b(?:compar\w*|than|from|last year|previous|target|up|down|increas\w*|decreas\w*|reduc\w*|rise|rose|national\w*|region\w*|england|neighbours?|against|by|over|exceed\w*|aim\w*|above|below)\b[^,;]*$/i
const MOST_PRECISE = 10

/** `Of the 64 audits, 1.5% …`: one audit is 1.6%. */
function impossible(studied: Studied, sentence: Sentence): Located[] {
  const whole = wholeOf(sentence)
  if (!whole || whole.isApproximate || whole.value < 2) return []
  const paired = new Set(pairsIn([sentence]).map(({ percent }) => percent))
  const shares = sentence.quantities.filter(
    (one) =>
      one.kind === 'percent' &&
      one.start > whole.end &&
      !one.isApproximate &&
      !paired.has(one) &&
      !ELSEWHERE.test(before(sentence, one)) &&
      !/^\s*(?:of (?:whom|these|those)|last|in the previous)/i.test(after(sentence, one)),
  )
  return shares.flatMap((share): Located[] => {
    const nearest = Math.round((share.value / 100) * whole.value)
    const isPossible = [nearest - 1, nearest, nearest + 1].some(
      (count) => count >= 0 && prints((count / whole.value) * 100, share.value, share.decimals),
    )
    if (isPossible || whole.value > MOST_PRECISE ** (share.decimals + 2)) return []
    const exact = (nearest / whole.value) * 100
    const expected = `${rounded(exact, share.decimals)}%`
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'percentage',
        message: `No number of ${shown(whole.value)} is ${share.text}: ${shown(nearest)} would be ${expected}.`,
        computation: `${shown(nearest)} / ${shown(whole.value)} = ${rounded(exact, share.decimals + 2)}%`,
        expected,
        severity: 'error',
        confidence: 0.87,
      }),
    ]
  })
}

/** Categories that leave nothing out: each sentence that has all of a list divides a whole by it. */
const DIVISIONS: readonly (readonly RegExp[])[] = [
  [/\boutstanding\b/i, /\bgood\b/i, /\brequir\w+ improvement\b/i, /\binadequate\b/i],
  [/\bred\b/i, /\bamber\b/i, /\bgreen\b/i],
  [/\b(?:male|boys?|men)\b/i, /\b(?:females?|girls?|women)\b/i],
  [/\bNEET\b|\bnot in (?:education|employment)\b/, /\bEET\b(?<!NEET)|\bin education, employment\b/],
  [/\bfull[- ]time\b/i, /\bpart[- ]time\b/i],
  [/\b(?:within|in) (?:the )?(?:statutory )?time(?:scales?)?\b/i, /\b(?:out ?side|out of|late)\b/i],
]

function exhaustive(studied: Studied, sentence: Sentence): Located[] {
  const shares = sentence.quantities.filter(
    (one) => one.kind === 'percent' && !one.isApproximate && !ELSEWHERE.test(before(sentence, one)),
  )
  const division = DIVISIONS.find(
    (words) => words.length === shares.length && words.every((word) => word.test(sentence.text)),
  )
  if (!division || shares.length !== sentence.quantities.filter(({ kind }) => kind === 'percent').length) return []
  // Each share beside its own category, or the sentence tells of several things.
  if (!shares.every((share) => division.some((word) => word.test(near(sentence, share))))) return []
  const sum = sumOf(shares.map(({ value }) => value))
  const decimals = Math.max(...shares.map((share) => share.decimals))
  if (Math.abs(sum - 100) <= (shares.length / 2) * 10 ** -decimals + 1e-9 || Math.abs(sum - 100) > 25) return []
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'sum',
      message: `The shares add up to ${rounded(sum, decimals)}%, not 100%.`,
      computation: `${shares.map(({ value }) => shown(value)).join(' + ')} = ${rounded(sum, decimals)}%`,
      expected: null,
      severity: 'error',
      confidence: 0.87,
    }),
  ]
}

const near = (sentence: Sentence, share: Quantity): string =>
  `${before(sentence, share).slice(-40)} ${after(sentence, share).slice(0, 50)}`

/** `104% of reviews`: a share of something can't be more than all of it. */
function aboveAll(studied: Studied, sentence: Sentence): Located[] {
  return sentence.quantities.flatMap((share): Located[] => {
    if (
      share.kind !== 'percent' ||
      share.value <= 100 ||
      share.value > 400 ||
      !/^\s*of (?:all |the |our |these |those )*(?:\w+ ){0,3}?(?:children|young people|reviews|cases|plans|audits|carers|visits|records|IROs|staff|parents|assessments|care leavers)\b/i.test(
        after(sentence, share),
      )
    )
      return []
    if (/\b(?:increas|rise|rose|grow|up|capacity|budget|target)\w*\b/i.test(before(sentence, share))) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'percentage',
        message: `${share.text} of a whole is more than all of it.`,
        expected: null,
        severity: 'error',
        confidence: 0.9,
      }),
    ]
  })
}

/** Room for a group that the paragraph leaves out on purpose. */
const LEAST_OF_WHOLE = 0.965

/** `Of the 1,758: 1168 …, 291 (16.5%), 113 (6.4%) …`: groups that nearly make up the whole, and don't. */
function incomplete(studied: Studied, context: readonly Sentence[]): Located[] {
  const [first] = context
  const lead = context.find((sentence) => wholeOf(sentence))
  const whole = lead ? wholeOf(lead) : null
  if (
    !first ||
    !lead ||
    !whole ||
    context.some(
      ({ text }) =>
        /\b(?:other|others|remaining|remainder|the rest)\b(?! community)/i.test(text) &&
        !/\bother community\b/i.test(text),
    )
  )
    return []
  const groups = context.flatMap((sentence) => groupsIn(sentence, whole))
  const sum = sumOf(groups)
  if (groups.length < 3 || isSame(sum, whole.value) || sum < whole.value * LEAST_OF_WHOLE || sum > whole.value * 1.035)
    return []
  return [
    located(studied, {
      at: lead,
      place: lead.passage.place,
      kind: 'sum',
      message: `The groups add up to ${shown(sum)}, ${shown(Math.abs(whole.value - sum))} ${sum < whole.value ? 'fewer' : 'more'} than the ${whole.text} of whom they are told.`,
      computation: `${groups.map((group) => shown(group)).join(' + ')} = ${shown(sum)}, not ${shown(whole.value)}`,
      expected: shown(whole.value),
      severity: 'warning',
      confidence: 0.82,
    }),
  ]
}

/** How far a group's percentage may be off, in its last digit: the mistake of another rule. */
const HARDLY_OFF = 1.6

/** The counts of groups of the whole: each beside a percentage that it is, of one bracket taken together. */
function groupsIn(sentence: Sentence, whole: Quantity): number[] {
  const { quantities } = sentence
  const isShare = (count: number, percent: Quantity) =>
    Math.abs((count / whole.value) * 100 - percent.value) <= HARDLY_OFF * 10 ** -percent.decimals
  return quantities.flatMap((percent, index): number[] => {
    if (percent.kind !== 'percent') return []
    const next = quantities[index + 1]
    if (next?.kind === 'count' && /\([^()]{0,12}$/.test(between(sentence, percent, next))) {
      const bracket = quantities
        .slice(index + 1)
        .filter((one) => one.kind === 'count' && !between(sentence, percent, one).includes(')'))
      const sum = sumOf(bracket.map(({ value }) => value))
      return isShare(sum, percent) ? [sum] : []
    }
    const fitting = countsIn(sentence).filter(
      (count) => count !== whole && count.end <= percent.start && isShare(count.value, percent),
    )
    return fitting.length === 1 ? fitting.map(({ value }) => value) : []
  })
}
