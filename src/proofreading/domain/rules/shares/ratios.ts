import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, type Studied, located } from '../../studied.ts'
import { after, before, between, countsIn } from '../../words/around.ts'
import { factsOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { describes, sharesIn } from '../../words/shares.ts'

/** Ratios in words or numbers that don't follow from what they are ratios of. */
export const ratios: Rule = (studied) =>
  studied.sentences.flatMap((sentence) =>
    [...inWords(sentence), ...divided(sentence), ...perMonth(studied, sentence), ...forEach(sentence)].map(
      (wrong): Located =>
        located(studied, { at: sentence, place: sentence.passage.place, kind: 'ratio', severity: 'warning', ...wrong }),
    ),
  )

type Wrong = Pick<Said, 'message' | 'computation' | 'expected' | 'confidence'>

/** `a quarter (31%)`, `three in five children (52%)`: the share in words, right before the percentage in brackets. */
function inWords(sentence: Sentence): Wrong[] {
  return sentence.quantities.flatMap((percent): Wrong[] => {
    const lead = sentence.text.slice(0, percent.start - sentence.start)
    if (percent.kind !== 'percent' || !/\([^()]{0,24}$|,\s*(?:or|at)\s*$/.test(lead)) return []
    const from = Math.max(...['.', ';', ':', ')'].map((sign) => lead.lastIndexOf(`${sign} `))) + 1
    const share = sharesIn(lead).findLast(({ at }) => at.start >= from)
    const gap = share ? lead.slice(share.at.end) : ''
    // Another percentage between, or a change: of another thing.
    if (
      !share ||
      describes(share, percent.value) ||
      /\d\s?%/.test(gap) ||
      /,\s/.test((gap.split('(')[0] ?? '').replace(/,\s*(?:or|at)\s*$/, ''))
    )
      return []
    if (
      /\b(?:by|increase of|rise of|fall of|decrease of|reduction of|drop of)\s+$/i.test(lead.slice(0, share.at.start))
    )
      return []
    return [
      {
        message: `“${share.words}” does not describe ${percent.text}.`,
        computation: `${shown(percent.value)}% is not from ${rounded(share.least, 0)}% to ${rounded(share.most, 0)}%`,
        expected: null,
        confidence: 0.86,
      },
    ]
  })
}

/** `69 (412 children divided by 6.0 FTE)`, `412 children and 6.0 FTE, an average of 69 each`. */
function divided(sentence: Sentence): Wrong[] {
  const numbers = sentence.quantities.filter(({ kind }) => kind === 'count' || kind === 'fte')
  return numbers.flatMap((one, at): Wrong[] => {
    const next = numbers[at + 1]
    if (!next || one.isApproximate || next.isApproximate || next.value <= 0) return []
    const gap = between(sentence, one, next)
    const isDivision = /\b(?:divided by|shared (?:between|among)|spread (?:over|across))\b[^.;]{0,20}$|÷\s*$/i.test(gap)
    const isService =
      (next.kind === 'fte' ||
        (next.decimals > 0 && /^\s*(?:posts|IROs|officers|full[- ]time)\b/i.test(after(sentence, next)))) &&
      /^\s*(?:children|looked after|cared for|CLA|LAC)/i.test(gap) &&
      gap.length < 60
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
      // `64.2 in the East (398 children, 6.2 posts)`: the average of these stands there too.
      numbers.some((other) => other.decimals > 0 && prints(exact, other.value, other.decimals)) ||
      prints(exact, result.value, result.decimals) ||
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
function perMonth(studied: Studied, sentence: Sentence): Wrong[] {
  const counts = countsIn(sentence)
  const held = factsOf(studied).flatMap(({ measure, year, value }) =>
    measure === 'reviews held' && year === studied.period?.startYear ? [value] : [],
  )
  const monthly = counts.find(
    (count) =>
      /^\s*(?:\w+\s+){0,3}?(?:a|per|each|every) month\b/i.test(after(sentence, count)) &&
      /\baverage\b/i.test(before(sentence, count)),
  )
  const yearly = counts.filter(
    (count) =>
      count !== monthly && /\b(?:year|20\d\d)\b/i.test(sentence.text) && monthly && count.value > monthly.value * 6,
  )
  const isOfReviews =
    monthly !== undefined &&
    /^\s*reviews\b/i.test(after(sentence, monthly)) &&
    counts.length === 1 &&
    new Set(held).size === 1
  const whole = yearly.length === 1 ? yearly[0] : undefined
  const value = whole && !whole.isApproximate ? whole.value : isOfReviews ? held[0] : undefined
  if (!monthly || value === undefined || monthly.isApproximate) return []
  const exact = value / 12
  if (
    Math.abs(exact - monthly.value) <= (whole ? 0.5 : 1) * 10 ** -monthly.decimals + 1e-9 ||
    exact > monthly.value * 2
  )
    return []
  return [
    {
      message: `${shown(value)} in a year are ${rounded(exact, Math.max(1, monthly.decimals))} a month, not ${monthly.text}.`,
      computation: `${shown(value)} / 12 = ${rounded(exact, 2)}`,
      expected: rounded(exact, monthly.decimals),
      confidence: 0.85,
    },
  ]
}
