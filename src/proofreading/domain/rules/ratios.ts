import type { Located } from '../finding.ts'
import { rounded, shown } from '../numbers.ts'
import { type Rule, type Said, located } from '../studied.ts'
import { after, before, between, countsIn } from '../words/around.ts'
import { type Quantity, valueOfWords } from '../words/quantities.ts'
import type { Sentence } from '../words/sentences.ts'

/** Ratios in words or numbers that don't follow from what they are ratios of. */
export const ratios: Rule = (studied) =>
  studied.sentences.flatMap((sentence) =>
    [...inWords(sentence), ...divided(sentence), ...perMonth(sentence), ...forEach(sentence)].map((wrong): Located =>
      located(studied, { at: sentence, place: sentence.passage.place, kind: 'ratio', severity: 'warning', ...wrong }),
    ),
  )

type Wrong = Pick<Said, 'message' | 'computation' | 'expected' | 'confidence'>

/** Shares in words, with the percentages that they may stand for. */
const SHARES: readonly { words: RegExp; least: number; most: number }[] = [
  { words: /\b(?:more than|over) (?:a )?half\b/i, least: 50, most: 66 },
  { words: /\b(?:just under|almost|nearly|less than|under) (?:a )?half\b/i, least: 40, most: 50 },
  { words: /\b(?:more than|over) (?:a|one)[- ]third\b/i, least: 33.3, most: 45 },
  { words: /\b(?:nearly|almost|just under) two[- ]thirds\b/i, least: 60, most: 66.7 },
  { words: /\b(?:more than|over) two[- ]thirds\b/i, least: 66.6, most: 75 },
  { words: /\b(?:more than|over) (?:a|one)[- ]quarter\b/i, least: 25, most: 33.4 },
  { words: /\b(?:nearly|almost|just under) (?:a|one)[- ]quarter\b/i, least: 20, most: 25 },
  { words: /\b(?:more than|over) three[- ]quarters\b/i, least: 75, most: 85 },
  { words: /\b(?:nearly|almost|just under) three[- ]quarters\b/i, least: 70, most: 75 },
  { words: /(?<!than |over |almost |nearly |under )\bhalf\b/i, least: 46, most: 54 },
  { words: /(?<!than |over |almost |nearly |under )\b(?:a|one)[- ]third\b/i, least: 30, most: 37 },
  { words: /(?<!than |over |almost |nearly |under )\btwo[- ]thirds\b/i, least: 63, most: 70 },
  { words: /(?<!than |over |almost |nearly |under )\b(?:a|one)[- ]quarter\b/i, least: 22, most: 28 },
  { words: /(?<!than |over |almost |nearly |under )\bthree[- ]quarters\b/i, least: 72, most: 78 },
  { words: /(?<!than |over |almost |nearly |under )\b(?:a|one)[- ]fifth\b/i, least: 17.5, most: 22.5 },
]
const ONE_IN =
  /\b(one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of)(?: every)? (two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b/i

/** How far a percentage may be from `three in five`, in points. */
const NEAR = 4

/** `a quarter (31%)`, `three in five children (52%)`: the share in words, right before the percentage in brackets. */
function inWords(sentence: Sentence): Wrong[] {
  return sentence.quantities.flatMap((percent): Wrong[] => {
    const lead = sentence.text.slice(0, percent.start - sentence.start)
    if (percent.kind !== 'percent' || !/\([^()]{0,14}$/.test(lead)) return []
    const words = lead.split(/[.,;:)]/).at(-1) ?? ''
    const ratio = ONE_IN.exec(words)
    if (ratio) {
      const [part, whole] = [numberOf(ratio[1]), numberOf(ratio[2])]
      const exact = (part / whole) * 100
      if (whole <= part || Math.abs(exact - percent.value) <= NEAR) return []
      return [
        {
          message: `“${ratio[0]}” is ${rounded(exact, 0)}%, not ${percent.text}.`,
          computation: `${part} / ${whole} = ${rounded(exact, 1)}%`,
          expected: null,
          confidence: 0.87,
        },
      ]
    }
    const share = SHARES.find((one) => one.words.test(words))
    if (
      !share ||
      (percent.value >= share.least - 0.51 && percent.value <= share.most + 0.51) ||
      /\b(?:in|by|from|last|first|second) (?:a |one )?(?:half|quarter)/i.test(words)
    )
      return []
    const said = share.words.exec(words)?.[0] ?? ''
    return [
      {
        message: `“${said}” does not describe ${percent.text}.`,
        computation: `${shown(percent.value)}% is not from ${share.least}% to ${share.most}%`,
        expected: null,
        confidence: 0.86,
      },
    ]
  })
}

const numberOf = (words: string | undefined): number =>
  /^\d/.test(words ?? '') ? Number(words) : /^ten$/i.test(words ?? '') ? 10 : valueOfWords(words ?? '')

/** `69 (412 children divided by 6.0 FTE)`, `412 children and 6.0 FTE, an average of 69 each`. */
function divided(sentence: Sentence): Wrong[] {
  const numbers = sentence.quantities.filter(({ kind }) => kind === 'count' || kind === 'fte')
  return numbers.flatMap((one, at): Wrong[] => {
    const next = numbers[at + 1]
    if (!next || one.isApproximate || next.isApproximate || next.value <= 0) return []
    const gap = between(sentence, one, next)
    const isDivision = /\b(?:divided by|shared (?:between|among)|spread (?:over|across))\b[^.;]{0,20}$|÷\s*$/i.test(gap)
    const isService =
      next.kind === 'fte' && /^\s*(?:children|looked after|cared for|CLA|LAC)/i.test(gap) && gap.length < 60
    if (!isDivision && !isService) return []
    const results = numbers.filter(
      (other) =>
        other !== one &&
        other !== next &&
        (isResult(sentence, other) || (isDivision && /^\s*(?:is|gives|equals|=)\s*$/.test(before(sentence, other)))),
    )
    const [result] = results
    const exact = one.value / next.value
    if (
      !result ||
      results.length > 1 ||
      Math.abs(exact - result.value) <= 0.5 * 10 ** -result.decimals + 1e-9 ||
      result.isApproximate
    )
      return []
    return [
      {
        message: `${shown(one.value)} divided by ${next.text} is ${rounded(exact, result.decimals)}, not ${result.text}.`,
        computation: `${shown(one.value)} / ${shown(next.value)} = ${rounded(exact, result.decimals + 2)}`,
        expected: rounded(exact, result.decimals),
        confidence: 0.87,
      },
    ]
  })
}

const isResult = (sentence: Sentence, one: Quantity): boolean =>
  /\b(?:average|mean|caseload|ratio|each|per)\b[^.;]{0,60}$/i.test(before(sentence, one, false)) ||
  /^\s*(?:children|cases|reviews)?\s*(?:each|per|for each)\b/i.test(after(sentence, one))

/** `72 children …; there were 316 episodes in all, an average of 4.4 for each child`. */
function forEach(sentence: Sentence): Wrong[] {
  const counts = countsIn(sentence)
  const average = counts.find(
    (count) =>
      count.decimals > 0 &&
      /\baverage of\s*$/i.test(before(sentence, count)) &&
      /^\s*(?:\w+\s+){0,2}?(?:for (?:each|every)|per|each)\b/i.test(after(sentence, count)),
  )
  const others = counts.filter((count) => count !== average && count.start < (average?.start ?? 0))
  const [one, other] = others
  if (!average || !one || !other || others.length !== 2 || one.isApproximate || other.isApproximate) return []
  const exact = Math.max(one.value, other.value) / Math.min(one.value, other.value)
  if (
    Math.abs(exact - average.value) <= 0.5 * 10 ** -average.decimals + 1e-9 ||
    exact > average.value * 3 ||
    exact < average.value / 3
  )
    return []
  const expected = rounded(exact, average.decimals)
  const [most, least] = [Math.max(one.value, other.value), Math.min(one.value, other.value)]
  return [
    {
      message: `${shown(most)} for ${shown(least)} are ${expected} each, not ${average.text}.`,
      computation: `${shown(most)} / ${shown(least)} = ${rounded(exact, average.decimals + 2)}`,
      expected,
      confidence: 0.86,
    },
  ]
}

/** `492 reviews in the year, an average of 45 a month`. */
function perMonth(sentence: Sentence): Wrong[] {
  const counts = countsIn(sentence)
  const monthly = counts.find(
    (count) =>
      /^\s*(?:\w+\s+){0,3}?(?:a|per|each|every) month\b/i.test(after(sentence, count)) &&
      /\baverage\b/i.test(before(sentence, count)),
  )
  const yearly = counts.filter(
    (count) =>
      count !== monthly && /\b(?:year|20\d\d)\b/i.test(sentence.text) && monthly && count.value > monthly.value * 6,
  )
  const [whole] = yearly
  if (!monthly || !whole || yearly.length > 1 || whole.isApproximate || monthly.isApproximate) return []
  const exact = whole.value / 12
  if (Math.abs(exact - monthly.value) <= 0.5 * 10 ** -monthly.decimals + 1e-9 || exact > monthly.value * 2) return []
  return [
    {
      message: `${shown(whole.value)} in a year are ${rounded(exact, Math.max(1, monthly.decimals))} a month, not ${monthly.text}.`,
      computation: `${shown(whole.value)} / 12 = ${rounded(exact, 2)}`,
      expected: rounded(exact, monthly.decimals),
      confidence: 0.85,
    },
  ]
}
