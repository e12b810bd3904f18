import type { Located } from '../../finding.ts'
import { isSame, prints, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after, before, between, countsIn, isAfterAverage, isBeginning, nounAfter } from '../../words/around.ts'
import { pairsIn, wholeOf } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { stems } from '../../words/stems.ts'
import { COMPARED, opposites } from './opposites.ts'
import type { Told } from './told.ts'
import { LIST, afterColon, ofWhole, reasons } from './wholesTold.ts'

/** Parts told in sentences and lists that don't add up to the whole they are told of. */
export const sentenceSums: Rule = (studied) => studied.contexts.flatMap((context) => ofContext(studied, context))

/** Where people may be counted in more than one part, the parts are no division of the whole. */
const IN_SEVERAL =
  /\b(?:more than one|multiple|several|as many as (?:they|applied)|could (?:choose|tick|give|pick|select)|not mutually exclusive|overlap\w*|all that appl\w+|some (?:\w+ ){0,3}(?:were|had|are) both)\b/i

function ofContext(studied: Studied, context: readonly Sentence[]): Located[] {
  if (context.some(({ text }) => IN_SEVERAL.test(text))) return []
  const told = [
    ...context.flatMap((sentence) => [...listed(sentence), ...totalled(sentence)]),
    ...itemsOf(context),
    ...context.flatMap((sentence, index) => [
      ...opposites(context, sentence, index),
      ...reasons(sentence, context[index - 1]),
      ...ofWhole(sentence),
      ...afterColon(sentence),
      ...goingOn(sentence, context[index - 1]),
    ]),
  ]
  const wrong = told.filter(({ whole, parts }) => !isSame(sumOf(parts.map(({ value }) => value)), whole.value))
  // `Of the 47, 31 were settled …, eleven … and four …. One is still open.`
  const isGoneOnWith = ({ whole, parts, at }: Told) => {
    const [next] = countsIn(context[context.indexOf(at) + 1] ?? at)
    return (
      next !== undefined &&
      next.start >= at.end &&
      isSame(sumOf(parts.map(({ value }) => value)) + next.value, whole.value)
    )
  }
  const isRight = ({ whole, parts }: Told) =>
    told.some((one) => one.whole === whole && !wrong.includes(one) && parts.some((part) => one.parts.includes(part)))
  const seen = new Set<Quantity>()
  return wrong.flatMap((one) => {
    const [part] = one.parts
    if (isRight(one) || isGoneOnWith(one) || !part || seen.has(part) || isShared(context, one)) return []
    seen.add(part)
    return [sumTold(studied, one)]
  })
}

/** Whether the parts are shares of another whole of the paragraph, or that whole stands there. */
const isShared = (context: readonly Sentence[], { whole, parts }: Told): boolean => {
  const sum = sumOf(parts.map(({ value }) => value))
  const isStated = context
    .flatMap(countsIn)
    .some((one) => isSame(one.value, sum) && one !== whole && !parts.includes(one))
  return (
    isStated ||
    pairsIn(context).some(
      ({ count, base }) => parts.includes(count) && base !== null && base !== whole && !isSame(base.value, whole.value),
    )
  )
}

/** That parts do not add up to the whole that is given for them. */
export function sumTold(studied: Studied, { whole, parts, at, also, confidence }: Told): Located {
  const values = parts.map(({ value }) => value)
  const sum = sumOf(values)
  return located(studied, {
    at,
    also,
    place: at.passage.place,
    kind: 'sum',
    message: `The parts add up to ${shown(sum)}, and the whole is given as ${whole.text}.`,
    computation: `${values.map((value) => shown(value)).join(' + ')} = ${shown(sum)}, not ${shown(whole.value)}`,
    expected: shown(sum),
    severity: confidence >= 0.85 ? 'error' : 'warning',
    confidence,
  })
}

/** What leads from a whole to all of its parts. */
const ALL_PARTS =
  /:\s*$|\b(?:comprising|comprised of|comprises|made up of|consisting of|consists of|consisted of|composed of|divided into|split (?:into|between|as)|broken down (?:as|into)|namely|that is|i\.e\.)\b[^.;]{0,30}$/i
/** What leads from a whole to parts that may be some of it. */
const SOME_PARTS = /\b(?:of which|of whom|of these|of those)\b[^.;]{0,30}$|[a-z]\s*;\s*$/i
/** Parts that are said to be the most of it. */
const ONLY_MOST = /\b(?:mainly|mostly|chiefly|largely)\b/i
/** Words that make numbers beside each other no parts of one whole. */
const NO_LIST =
  /\b(?:compared|than|from|last year|previous|increase|decrease|up|down|target|per|average|out of|since|rising|falling|rose|fell|aged|of them|of whom|of which|of these|by the|after|within|before|another|including|each)\b|%/i
/** Numbers of other kinds in a list say that its counts are not parts of one whole. */
const isForeign = ({ kind }: Quantity): boolean =>
  ['period', 'year', 'date', 'money', 'rate', 'range', 'points'].includes(kind)

/** `12 challenges: 10 informal, 1 formal and 1 themed`, `8 women (1 …, 5 …, 1 …)`. */
function listed(sentence: Sentence): Told[] {
  const { quantities } = sentence
  return quantities.flatMap((whole, index): Told[] => {
    const own = quantities[index + 1]
    const hasShare = own?.kind === 'percent' && /^\s*\(\s*$/.test(between(sentence, whole, own))
    const from = index + (hasShare ? 2 : 1)
    const first = quantities[from]
    if (whole.kind !== 'count' || whole.isApproximate || !first || isAfterAverage(sentence, whole)) return []
    const lead = between(sentence, hasShare ? own : whole, first)
    if (ONLY_MOST.test(lead) || countsIn(sentence).some(({ decimals }) => decimals > 0)) return []
    const isBracket = /^[^().;]{0,60}\([^()]{0,12}$/.test(lead)
    const isAll = ALL_PARTS.test(lead) && lead.length < 120
    const isNamed =
      /^[^.;,:()]{0,50}\b(?:were|are)\s*$/i.test(lead) && /\b(?:the|these|those|all)\s+$/i.test(before(sentence, whole))
    const isSome = (SOME_PARTS.test(lead) && lead.length < 90) || isNamed
    if ((!isBracket && !isAll && !isSome) || first.kind !== 'count') return []
    const parts = partsFrom(sentence, from, isBracket)
    if (
      !parts ||
      parts.length < 2 ||
      parts.some(({ value, isApproximate }) => isApproximate || value > whole.value * 3)
    )
      return []
    if (isNumbering(whole, parts) || areShared(sentence, whole)) return []
    if (isBracket && parts.length === 2 && parts.every(({ value }) => value > whole.value)) return []
    const sum = sumOf(parts.map(({ value }) => value))
    if (isSome && (sum < whole.value * 0.75 || parts.length < 2)) return []
    if (isNamed && (parts.length < 3 || sum > whole.value * 1.5)) return []
    return [
      {
        whole,
        parts,
        at: sentence,
        also: null,
        confidence: isBracket || isAll ? 0.92 : sum > whole.value ? 0.88 : 0.8,
      },
    ]
  })
}

/** `3 Staffing; 4 Reviews; 5 Priorities`, `four stages: (1) team manager, (2) …`: the numbers of entries. */
const isNumbering = (whole: Quantity, parts: readonly Quantity[]): boolean =>
  [whole.value, 0].some((first) => parts.every(({ value }, at) => isSame(value, first + at + 1)))

/** More than all of a whole, in per cent, with room for rounding. */
const MORE_THAN_ALL = 103

/** `52 replies: 44 (85%) knew …, 39 (75%) had met …`: shares that fit, of one whole, and come to more than all of it. */
const areShared = (sentence: Sentence, whole: Quantity): boolean => {
  const own = pairsIn([sentence]).filter(
    ({ count, percent }) =>
      count.start > whole.start && prints((count.value / whole.value) * 100, percent.value, percent.decimals),
  )
  return own.length >= 2 && sumOf(own.map(({ percent }) => percent.value)) > MORE_THAN_ALL
}

/** The counts of a list that begins there, to its end; percentages in brackets after counts are left out. Null where it is no list. */
function partsFrom(sentence: Sentence, from: number, isBracket: boolean): Quantity[] | null {
  const { quantities } = sentence
  const parts: Quantity[] = []
  let last: Quantity | null = null
  for (const quantity of quantities.slice(from)) {
    const gap = last ? between(sentence, last, quantity) : ''
    if (isBracket && gap.includes(')') && !/^\s*%?[^()]*\)[^()]*\($/.test(gap)) {
      const isOwnPercent = last?.kind === 'percent'
      if (!isOwnPercent || !LIST.test(gap)) break
    }
    if (last && /\.\s|;\s*(?:this|the|these|we)\b/i.test(gap)) break
    if (isForeign(quantity)) return null
    // `two at 0.8`: how much each works.
    if (quantity.decimals > 0 && /^\s*(?:at|of|on)\s*$/i.test(gap)) {
      last = quantity
      continue
    }
    if (quantity.kind === 'count') {
      if (last && (NO_LIST.test(gap.replaceAll(/\([^)]*\)/g, '')) || !LIST.test(gap))) {
        // The last of a list may still belong to it: `8 because the family asked for another date and 7 because …`.
        if (parts.length > 0 && /\band\s*$/i.test(gap)) return null
        break
      }
      parts.push(quantity)
    }
    last = quantity
  }
  return parts
}

/** `118 live here and 103 near, so that 221 live close by`: what is far off is of something else. */
const SO_THAT = /,? so that (?:together |in all )?$/i
const LITTLE = 0.15

/** `10 informal, 1 formal and 1 themed, a total of 12`. */
function totalled(sentence: Sentence): Told[] {
  const counts = countsIn(sentence)
  return counts.flatMap((whole, index): Told[] => {
    const lead = before(sentence, whole)
    const isTotal =
      /(?:\b(?:a total of|(?:which|that|this|these|they|together)(?: all)? (?:comes?|came|adds? up|amounts?|sums?|makes?) (?:to )?|coming to|totalling|totaling|making(?: a total of)?|giving(?: a total of| us)?|total of|in total|altogether|adding up to|combined total of)\s*|=\s*)$/i.test(
        lead,
      ) ||
      (/(?:\b(?:making|giving)|[,;])\s*$/i.test(lead) &&
        /^\s*(?:[a-z]+\s+){0,3}(?:in (?:total|all)|altogether)\b/i.test(after(sentence, whole)))
    const parts = counts.slice(0, index)
    if (
      (!isTotal && !SO_THAT.test(lead)) ||
      parts.length < 2 ||
      whole.isApproximate ||
      parts.some(({ isApproximate }) => isApproximate)
    )
      return []
    const own = parts.length === 2 && isPairOf(sentence, parts) ? [...parts] : trailingList(sentence, [...parts])
    if (own.length < 2 || own.some(({ value }) => value > whole.value)) return []
    const off = Math.abs(sumOf(own.map(({ value }) => value)) - whole.value)
    if (!isTotal && off > whole.value * LITTLE) return []
    return [{ whole, parts: own, at: sentence, also: null, confidence: 0.9 }]
  })
}

/** `102 of these were put off because of Covid-19 and 96 for other reasons`: two parts, however long the words between. */
const isPairOf = (sentence: Sentence, [one, other]: readonly Quantity[]): boolean => {
  const words = one && other ? between(sentence, one, other) : ''
  return /\band\s*$/i.test(words) && !COMPARED.test(words) && !words.includes('%')
}

/** The counts at the end that stand in one list. */
function trailingList(sentence: Sentence, counts: readonly Quantity[]): Quantity[] {
  let from = counts.length - 1
  for (; from > 0; from--) {
    const [one, next] = [counts[from - 1], counts[from]]
    if (!one || !next || !LIST.test(between(sentence, one, next)) || NO_LIST.test(between(sentence, one, next))) break
  }
  return counts.slice(from)
}

/** A list of items that begin or end with a count, under a sentence that gives the whole. */
function itemsOf(context: readonly Sentence[]): Told[] {
  const [lead, ...items] = context.filter(
    ({ passage }, index) => index === 0 || passage.kind === 'item' || passage.text.trimEnd().endsWith(':'),
  )
  const last = [lead, ...items].filter((one) => one?.passage.kind !== 'item').at(-1)
  const listItems = items.filter(({ passage }) => passage.kind === 'item')
  const [end, ...above] = listItems.toReversed()
  const total = end && /^\W*(?:total|all|altogether)\b/i.test(end.text) ? partOfItem(end) : null
  const parts = above.map(partOfItem).filter((part) => part !== null)
  if (end && total && parts.length === above.length && parts.length >= 2) {
    const sum = sumOf(parts.map(({ value }) => value))
    return sum > total.value * 0.6 && sum < total.value * 1.6
      ? [
          {
            whole: total,
            parts,
            at: end,
            also: above.toSorted((a, b) => (partOfItem(b)?.value ?? 0) - (partOfItem(a)?.value ?? 0))[0] ?? null,
            confidence: 0.88,
          },
        ]
      : []
  }
  if (!last || listItems.length < 2) return []
  const whole = countsIn(last).at(-1)
  const counted = listItems.map(partOfItem).filter((part) => part !== null)
  if (!whole || whole.isApproximate || countsIn(last).length !== 1 || counted.length < listItems.length) return []
  const sum = sumOf(counted.map(({ value }) => value))
  if (sum < whole.value * 0.6 || sum > whole.value * 1.6) return []
  return [{ whole, parts: counted, at: last, also: listItems[0] ?? null, confidence: 0.85 }]
}

/** The one count that an item gives at its beginning, or after a colon or dash. */
function partOfItem(item: Sentence): Quantity | null {
  const counts = countsIn(item)
  const [count] = counts
  if (!count || counts.length > 1 || count.isApproximate) return null
  const lead = before(item, count, false).replace(/^\s*(?:[-•*▪◦·]|\(?[a-z0-9]{1,3}[.)])\s*/i, '')
  return lead === '' || /[:-]\s*$/.test(lead) ? count : null
}

/** The count of the sentence before that is of what the words name (`the formal ones`), else its first. */
function wholeFor(previous: Sentence, words: readonly string[]): Quantity | undefined {
  const counts = countsIn(previous)
  return counts.find((count) => stems(nounAfter(previous, count)).some((word) => words.includes(word))) ?? counts[0]
}

/** `There were 24 escalations. Ten concerned drift, eight education and six health.` */
function goingOn(sentence: Sentence, previous: Sentence | undefined): Told[] {
  const counts = countsIn(sentence)
  const [first] = counts
  const whole = previous && first ? wholeFor(previous, stems(after(sentence, first))) : undefined
  if (
    !previous ||
    !whole ||
    !first ||
    counts.length < 3 ||
    wholeOf(sentence) ||
    whole.isApproximate ||
    counts.some(({ isApproximate }) => isApproximate)
  )
    return []
  // How long each took is no part of the list: `97 were settled within five days, 72 within ten days`.
  const times = sentence.quantities.filter(({ kind }) => kind === 'duration').length
  const isList = counts.every((count, at) => {
    const next = counts[at + 1]
    const gap = next ? between(sentence, count, next) : ''
    const words =
      times > 0
        ? gap.replaceAll(/\b(?:within|in|after) (?:[a-z]+|\d+) (?:working )?(?:days?|weeks?|months?)\b/gi, '')
        : gap
    return !next || (LIST.test(words) && !NO_LIST.test(words) && words.length < 60)
  })
  const sum = sumOf(counts.map(({ value }) => value))
  if (
    !isBeginning(sentence, first) ||
    !isList ||
    sentence.quantities.length !== counts.length + times ||
    Math.abs(sum - whole.value) > Math.max(3, whole.value * 0.2)
  )
    return []
  return [{ whole, parts: counts, at: sentence, also: previous, confidence: sum > whole.value ? 0.8 : 0.75 }]
}
