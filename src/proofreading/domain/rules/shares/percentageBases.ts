import { sumOf } from '../../numbers.ts'
import type { Grid } from '../../grid.ts'
import { gridsUnderHeading, gridsWithin, placeOf, sentencesBefore } from '../../layout.ts'
import { gridsNear } from '../../near.ts'
import type { Studied } from '../../studied.ts'
import { after, before, countsIn, thingsBefore } from '../../words/around.ts'
import { factsOf } from '../../words/facts.ts'
import { type Pair, fits } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { stems } from '../../words/stems.ts'
import { wholeNamed } from '../../words/wholes.ts'

/** How many points a percentage may be off what nothing else is there that it could be of. */
const FAR = 20

/** A count that a percentage may be of. */
export interface Base {
  value: number
  /** Where it stands, if not in the same context. */
  quote: Sentence | null
  isSure: boolean
}

/** What a percentage without a base may be of: what others of its paragraph are of, else what counts the same things. */
export function plausibleBases(
  studied: Studied,
  context: readonly Sentence[],
  pairs: readonly Pair[],
  pair: Pair,
): Base[] {
  const { count, percent, sentence } = pair
  const isLarger = (one: Quantity) =>
    one !== count && one.value > count.value && !one.isApproximate && !pairs.some((other) => other.count === one)
  const larger = context
    .filter(({ start }) => start <= sentence.start)
    .flatMap(countsIn)
    .filter(isLarger)
  const row = ofRow(studied, pair)
  if (row !== null) return row.map((value) => ({ value, quote: null, isSure: true }))
  if (pair.base) {
    // Any other count of the paragraph that it fits may be meant instead.
    const counts = context.flatMap(countsIn).filter((one) => one !== count && one.value > count.value)
    const wholes = mainWholes(studied).filter((value) => pairs.some((one) => one !== pair && fits(one, value)))
    return [pair.base, ...counts, ...wholes.map((value) => ({ value }))].map(({ value }) => ({
      value,
      quote: null,
      isSure: true,
    }))
  }
  const named = ofNamed(studied, pair)
  if (named !== null) return [{ value: named, quote: null, isSure: true }]
  const noun = headNoun(sentence, count)
  const ahead = justBefore(studied, context).flatMap((each) =>
    countsIn(each).flatMap((one) =>
      isLarger(one) && noun !== null && headNoun(each, one) === noun ? [{ value: one.value, quote: each }] : [],
    ),
  )
  const shared = sharedBy(
    pairs.filter((other) => other !== pair),
    [
      ...larger.map(({ value }) => ({ value, quote: null, least: 1 })),
      ...ahead.map((one) => ({ ...one, least: 1 })),
      ...mainWholes(studied).map((value) => ({ value, quote: null, least: 2 })),
      ...togetherWith(context, pair, pairs).map((value) => ({ value, quote: null, least: 1 })),
      ...totalsNear(studied, sentence).flatMap((total) =>
        total.value > count.value
          ? [
              {
                value: total.value,
                quote: null,
                least: isTold(total, [...justBefore(studied, context, LITTLE_BEFORE), ...context], pairs) ? 1 : 2,
              },
            ]
          : [],
      ),
    ],
  )
  if (shared.length > 0)
    return [
      ...shared,
      ...[...ahead, ...larger.map(({ value }) => ({ value, quote: null }))].map((one) => ({ ...one, isSure: true })),
    ]
  const isNamed = /\b(?:as |in |see |from )?table \w+ (?:shows|gives|sets)\b|\b(?:in|from) table \w+\b/i.test(
    sentence.text,
  )
  const ofThese = isNamed
    ? totalsIn(gridsNear(studied, sentence))
    : /\b(?:of|in|at) (?:these|those)\b/i.test(sentence.text)
      ? totalJustAbove(studied, sentence)
      : []
  if (ofThese.length > 0)
    return ofThese.flatMap((value) => (value > count.value ? [{ value, quote: null, isSure: isNamed }] : []))
  if (/\b(?:mak(?:es?|ing)|made) up\s*$/i.test(sentence.text.slice(0, percent.start - sentence.start))) {
    const all = [...larger.map(({ value }) => value), ...childrenAtEnd(studied)].filter((value) => value > count.value)
    return all
      .filter((value) => Math.abs((count.value / value) * 100 - percent.value) <= FAR)
      .map((value) => ({ value, quote: null, isSure: true }))
  }
  if (noun === null) return wholeJustBefore(context, pair, pairs)
  const own = larger.filter((one) =>
    context.some((each) => headNoun(each, one) === noun && each.quantities.includes(one)),
  )
  if (own.length === 1) return own.map(({ value }) => ({ value, quote: null, isSure: false }))
  const totals = totalsOf(studied, noun, sentence).filter(({ value }) => value > count.value)
  return totals.length > 0 ? totals : wholeJustBefore(context, pair, pairs)
}

/** `Of the second reviews, 184 (94.8%) …`: of the row of a table near it that the words name; null where they name nothing. */
function ofRow(studied: Studied, { count, percent, sentence }: Pair): number[] | null {
  const words = thingsBefore(sentence, count.start < percent.start ? count : percent)
  if (words === null || !/\b(?:first|second|third|initial|later|subsequent|other|further|new)\b/i.test(words)) return null
  const said = stems(words)
  const rows = gridsNear(studied, sentence).flatMap((grid) => grid.rows.filter(({ label }) => stems(label).length > 0 && stems(label).every((word) => said.includes(word)) && said.every((word) => stems(label).includes(word))))
  return rows.flatMap(({ values }) => values.flatMap((value) => (value?.unit === 'count' && value.value > count.value ? [value.value] : [])))
} // prettier-ignore

const OF_ALL =
  /^\s*of (?:all |the |our |those |these )*((?:children|young people|reviews|challenges|disputes|escalations|complaints|compliments)\b)(?: (?:in (?:our )?care|looked after))?\s*\(\s*(?:n\s?=\s?)?$/i

/** `31 unaccompanied children were looked after, 12% of all`. */
const ALL_ALONE = /^\s*of (?:all|the total|the whole)\s*(?:[.,;)]|$)/i

/** `82 per cent of the children (438)`, `31 children …, 12% of all`: of how many there are of them, where the report says one number. */
function ofNamed(studied: Studied, { count, percent, sentence }: Pair): number | null {
  const year = studied.period?.startYear
  const words =
    OF_ALL.exec(
      sentence.text.slice(percent.end - sentence.start, Math.max(percent.end, count.start) - sentence.start),
    )?.[1] ??
    (count.start < percent.start && ALL_ALONE.test(after(sentence, percent)) ? headWord(sentence, count) : undefined)
  const whole = words === undefined || year === undefined ? null : wholeNamed(studied, words, year)
  return whole !== null && whole > count.value && Math.abs((count.value / whole) * 100 - percent.value) <= FAR
    ? whole
    : null
}

/** `611 (55.3%) against 493 (44.7%)`: the parts of one sentence together. */
function togetherWith(context: readonly Sentence[], { sentence }: Pair, pairs: readonly Pair[]): number[] {
  const free = pairs.filter(({ base }) => base === null)
  const own = free.filter((pair) => pair.sentence === sentence)
  // `Boys: 168 (58%). Girls: 121 (42%).`: a paragraph that counts nothing else.
  const all = context.flatMap(countsIn).length === free.length ? free : own
  return [own, all].flatMap((each) => {
    const sum = sumOf(each.map(({ count }) => count.value))
    return each.length < 2 || mayBeOfMore(each, sum) ? [] : [sum]
  })
}

/** `50 (58%) or 34 (40%)`: parts of a whole that is not told, larger than both, of which each has its share. */
function mayBeOfMore(pairs: readonly Pair[], sum: number): boolean {
  const ends = pairs.map(({ count, percent }) => {
    const room = 0.5 * 10 ** -percent.decimals
    return {
      least: (count.value / (percent.value + room)) * 100,
      most: percent.value > room ? (count.value / (percent.value - room)) * 100 : Infinity,
    }
  })
  const least = Math.max(sum + 1, ...ends.map((one) => one.least))
  return Math.ceil(least) <= Math.min(...ends.map((one) => one.most))
}

/** How many parts above a sentence the table may stand of which it says `these`. */
const ABOVE = 3

const totalJustAbove = (studied: Studied, { passage }: Sentence): number[] => {
  const here = placeOf(studied, passage)
  return totalsIn(
    gridsWithin(studied, passage, ABOVE).filter(({ table }) => (placeOf(studied, table) ?? Infinity) < (here ?? -1)),
  )
}

const totalsIn = (grids: readonly Grid[]): number[] =>
  grids
    .flatMap(({ rows }) => rows.filter(({ isTotal }) => isTotal))
    .flatMap(({ values }) => values.flatMap((value) => (value?.unit === 'count' ? [value.value] : [])))

const childrenAtEnd = (studied: Studied): number[] => wholesOf(studied, ['children looked after at the year end'])

/** What most of a report is told of, wherever it is said how many there are. */
const mainWholes = (studied: Studied): number[] =>
  wholesOf(studied, ['children looked after at the year end', 'reviews held'])

const wholesOf = (studied: Studied, measures: readonly string[]): number[] => [
  ...new Set(
    factsOf(studied).flatMap(({ measure, value, year }) =>
      measures.includes(measure) && year === studied.period?.startYear ? [value] : [],
    ),
  ),
]

/** `IROs held 1,322 reviews. 1,243 (94%) were in time`: the one count of the sentence before. */
function wholeJustBefore(context: readonly Sentence[], pair: Pair, pairs: readonly Pair[]): Base[] {
  const { count, percent, sentence } = pair
  const previous = context[context.indexOf(sentence) - 1]
  // `2,041 reviews were chaired, 98.1% (2,002) in time`: the one count before it.
  const [own, second] = countsIn(sentence).filter((one) => one !== count)
  const first = count.start < percent.start ? count : percent
  if (
    own &&
    !second &&
    own.value > count.value &&
    !own.isApproximate &&
    /^[^.;:()\d]{0,60},\s*$/.test(sentence.text.slice(own.end - sentence.start, first.start - sentence.start))
  )
    return Math.abs((count.value / own.value) * 100 - percent.value) <= FAR
      ? [{ value: own.value, quote: null, isSure: true }]
      : []
  const isFirst = /^\W*(?:in|for|at|some|only|just)?\W*$/i.test(sentence.text.slice(0, first.start - sentence.start))
  // `We raised 57, compared with 43 the year before. 46 (81%) were resolved.`
  const [whole, other] = previous
    ? countsIn(previous).filter(
        (one) =>
          !/\b(?:compared with|compared to|than|against|up from|down from)(?: the)?\s+$/i.test(before(previous, one)),
      )
    : []
  if (!isFirst || !whole || other || whole.isApproximate || whole.value < count.value) return []
  // What others of the sentence are no shares of, this one is hardly of.
  const isOfOthers = ({ count: one, base }: Pair) => one !== count && base === null
  if (pairs.some((one) => one.sentence === sentence && isOfOthers(one) && !fits(one, whole.value))) return []
  const isLikely = Math.abs((count.value / whole.value) * 100 - percent.value) <= FAR
  return isLikely ? [{ value: whole.value, quote: null, isSure: true }] : []
}

/** The counts that other pairs of the paragraph are shares of, those that fit most of them first. */
function sharedBy(
  others: readonly Pair[],
  candidates: readonly { value: number; quote: Sentence | null; least: number }[],
): Base[] {
  const fitting = (value: number) => others.filter((other) => other.count.value < value && fits(other, value)).length
  return candidates
    .filter(({ value, least }) => fitting(value) >= least)
    .toSorted((a, b) => fitting(b.value) - fitting(a.value))
    .map(({ value, quote }) => ({ value, quote, isSure: true }))
}

/** A total of a table, with the other numbers of its column. */
interface Total {
  value: number
  parts: readonly number[]
}

/** The totals of tables under the same heading. */
const totalsNear = (studied: Studied, { passage }: Sentence): Total[] =>
  gridsUnderHeading(studied, passage).flatMap(({ rows }) =>
    rows
      .filter(({ isTotal, label }) => isTotal || label === '')
      .flatMap(({ values }) =>
        values.flatMap((value, at) => {
          const parts = rows.flatMap((row) =>
            row.values[at] && row.values[at] !== value ? [row.values[at].value] : [],
          )
          return value?.unit === 'count' ? [{ value: value.value, parts }] : []
        }),
      ),
  )

/** Whether the paragraph tells of the total: it gives it, or another part of its column. */
const isTold = ({ value, parts }: Total, context: readonly Sentence[], pairs: readonly Pair[]): boolean =>
  context.flatMap(countsIn).some((one) => one.value === value) ||
  pairs.some(({ count }) => count.value >= LEAST_OF_PART && parts.includes(count.value))

/** Smaller counts stand in any column. */
const LEAST_OF_PART = 20

/** So many sentences before a paragraph may tell of the whole that it goes on about. */
const LITTLE_BEFORE = 6

/** What stands further before is of something else. */
const MOST_BEFORE = 100

/** The sentences under the same heading before a context. */
export const justBefore = (studied: Studied, [first]: readonly Sentence[], most = MOST_BEFORE): readonly Sentence[] =>
  first === undefined ? [] : sentencesBefore(studied, first, most)

/** Whole counts of a noun, told as such: `1233 cared for reviews were chaired in the period`. */
function totalsOf(studied: Studied, noun: string, { passage }: Sentence): Base[] {
  const byNoun = wholesOfReports.get(studied) ?? wholesByNoun(studied)
  wholesOfReports.set(studied, byNoun)
  const found = byNoun.get(noun) ?? []
  const here = found.filter(({ quote }) => quote?.passage.place === passage.place)
  const nearest = here.length > 0 ? here : found
  return new Set(nearest.map(({ value }) => value)).size === 1 ? nearest.slice(0, 1) : []
}

const wholesOfReports = new WeakMap<Studied, ReadonlyMap<string, readonly Base[]>>()

function wholesByNoun({ sentences }: Studied): ReadonlyMap<string, readonly Base[]> {
  const found = sentences.flatMap((sentence) =>
    /\b(?:chaired|held|undertaken|took place|total|completed|carried out)\b/i.test(sentence.text)
      ? countsIn(sentence).flatMap((count) => {
          const noun = headNoun(sentence, count)
          return noun !== null && count.value > 20
            ? [{ noun, base: { value: count.value, quote: sentence, isSure: false } }]
            : []
        })
      : [],
  )
  return new Map([...Map.groupBy(found, ({ noun }) => noun)].map(([noun, all]) => [noun, all.map(({ base }) => base)]))
}

const HEADS =
  /\b(review|child|children|young people|audit|statement|challenge|escalation|carer|visit|form|episode|plan|assessment)s?\b/i

/** The first word after a count that names a thing counted in reports. */
const headWord = (sentence: Sentence, count: Quantity): string | undefined =>
  HEADS.exec(
    sentence.text.slice(count.end - sentence.start, count.end - sentence.start + 60).split(/[.,;:()\d]/)[0] ?? '',
  )?.[0]

/** What a count counts. */
function headNoun(sentence: Sentence, count: Quantity): string | null {
  const head = HEADS.exec(headWord(sentence, count) ?? '')?.[1]
  return head === undefined ? null : (stems(head)[0] ?? null)
}

/** Whether a total of any table makes the percentage right. */
export const isAnywhere = ({ grids }: Studied, pair: Pair): boolean =>
  grids.some(({ rows }) =>
    rows.some(
      ({ values, isTotal }) =>
        isTotal &&
        values.some((value) => value?.unit === 'count' && value.value > pair.count.value && fits(pair, value.value)),
    ),
  )
