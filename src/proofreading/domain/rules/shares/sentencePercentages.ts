import type { Located } from '../../finding.ts'
import { isCut, isSame, rounded, shown } from '../../numbers.ts'
import { isTotalLabel } from '../../grid.ts'
import { gridsNear } from '../../near.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { between, countsIn } from '../../words/around.ts'
import { factsOf } from '../../words/facts.ts'
import { type Pair, fits, pairsIn } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { sharesIn } from '../../words/shares.ts'
import { stems } from '../../words/stems.ts'
import { isAnywhere, justBefore, plausibleBases } from './percentageBases.ts'
import { roundedSum } from '../sums/roundedSum.ts'

/** Percentages in sentences that do not follow from the counts they stand with. */
export const sentencePercentages: Rule = (studied) =>
  studied.contexts.flatMap((context) => {
    const pairs = pairsIn(context)
    return pairs.flatMap((pair) => checked(studied, context, pairs, pair))
  })

function checked(studied: Studied, context: readonly Sentence[], pairs: readonly Pair[], pair: Pair): Located[] {
  const { count, percent, base, isExplicit, sentence } = pair
  if (count.isApproximate || isOfChange(pair) || isOfAnother(pair)) return []
  if (base === null || !isExplicit) {
    const found = withoutBase(studied, context, pairs, pair)
    const ofTable = found.length > 0 ? found : ofCell(studied, context, pair)
    return ofTable.length > 0 ? ofTable : orphaned(studied, context, pair)
  }
  if (base.isApproximate || fits(pair, base.value)) return []
  const others = context
    .flatMap(countsIn)
    .filter((one) => one !== base && one !== count && one.value > count.value && fits(pair, one.value))
  const [other] = others
  const exact = (count.value / base.value) * 100
  if (exact > 100) return []
  const said = {
    at: sentence,
    place: sentence.passage.place,
    computation: `${shown(count.value)} / ${shown(base.value)} = ${rounded(exact, percent.decimals + 2)}%`,
    expected: `${rounded(exact, percent.decimals)}%`,
    severity: 'error',
  } as const
  if (other) {
    const message = `${percent.text} is ${shown(count.value)} of ${shown(other.value)}, not of ${shown(base.value)}.`
    return [located(studied, { ...said, kind: 'base', message, confidence: 0.85 })]
  }
  const message = `${shown(count.value)} of ${shown(base.value)} is ${said.expected}, not ${percent.text}.${cutNote(exact, percent)}`
  return [located(studied, { ...said, kind: 'percentage', message, confidence: 0.93 })]
}

const cutNote = (exact: number, percent: Quantity): string =>
  isCut(exact, percent.value, percent.decimals) ? ' It was cut, not rounded.' : ''

/** Whether the pair is a change, not a share: `increased by 11 (6%)`. */
const CHANGE =
  /\b(?:increas|decreas|reduc|ris(?:e|en|ing)|rose|f[ae]ll|drop|up by|down by|up(?![- ]to[- ]date)|down|more than|fewer|grew|growth|declin)\w*\b[^.,;:]{0,24}$/i
/** `from 2021 to 2022 it was again 33`. */
const FROM_YEAR_TO_YEAR = /\b(?:from|between) (?:19|20)\d{2}\S* (?:to|and) (?:19|20)\d{2}\S*\s[^.,;\d]{0,24}$/i
const isOfChange = ({ sentence, count, percent }: Pair): boolean => {
  const first = count.start < percent.start ? count : percent
  const ahead = sentence.text.slice(0, first.start - sentence.start)
  return (
    CHANGE.test(ahead) ||
    /\bfrom (?:the )?\d[\d,.]*[^.;\d]{0,30}\bto\s*$/i.test(ahead) ||
    FROM_YEAR_TO_YEAR.test(ahead) ||
    /^\s*(?:more|fewer|less|higher|lower|up|down)\b/i.test(
      sentence.text.slice(Math.max(count.end, percent.end) - sentence.start),
    ) ||
    /\b(?:more|fewer|less|increase|decrease|reduction|rise|higher|lower)\b/i.test(
      // `more than 20 miles from home`: how far, and no change.
      between(sentence, first, first === count ? percent : count).replaceAll(
        /\b(?:more|fewer|less) than (?=\w+ (?:miles?|days?|weeks?|months?|years?|placements?)\b)|\b(?:or|and) (?:more|fewer|less)\b/gi,
        ' ',
      ),
    )
  )
}

/** `112, and is now just over a quarter of all foster placements (26%)`: the words between say of what it is, with no number. */
const isOfAnother = ({ sentence, count, percent, base }: Pair): boolean =>
  base === null && count.start < percent.start && sharesIn(between(sentence, count, percent)).length > 0

/** How many points a percentage may be off what it is plainly meant to be of. */
const NEAR = 4

/** Whether a percentage has the digits of the right one in another order: `9.1%` for `1.9%`. */
const isTurned = (expected: string, { value, decimals }: Quantity): boolean => {
  const digits = (text: string) => Array.from(text.replace('.', '')).toSorted().join('')
  return expected.length > 1 && digits(expected) === digits(value.toFixed(decimals))
}

/** `Last year it was 55 (12.6%)`: of what there was then. */
const OF_LAST_YEAR = /^\W*(?:last year|a year (?:earlier|before|ago)|the year before)\b/i

const HARDLY = 0.9

function withoutBase(studied: Studied, context: readonly Sentence[], pairs: readonly Pair[], pair: Pair): Located[] {
  const { count, percent, sentence } = pair
  if (OF_LAST_YEAR.test(sentence.text)) return []
  const bases = plausibleBases(studied, context, pairs, pair)
  if (bases.length === 0 || bases.some(({ value }) => fits(pair, value))) return []
  const [base] = bases
  if (!base || ((!base.isSure || count.value >= LEAST_OF_CELL) && isAnywhere(studied, pair))) return []
  // Another count of the paragraph may be meant, itself a share of the one that others are of.
  if (context.flatMap(countsIn).some((one) => one.value > count.value && fits(pair, one.value))) return []
  const exact = (count.value / base.value) * 100
  const isSure = base.isSure
  // A whole number that is hardly off is of a whole that is hardly another.
  if (!isSure && percent.decimals === 0 && Math.abs(exact - percent.value) < HARDLY) return []
  if (!isSure && Math.abs(exact - percent.value) > NEAR && !isTurned(rounded(exact, percent.decimals), percent))
    return []
  const summed = roundedSum(studied, pair)
  const expected = `${rounded(exact, percent.decimals)}%`
  return [
    located(studied, {
      at: sentence,
      also: base.quote,
      place: sentence.passage.place,
      kind: summed === null ? 'percentage' : 'rounded-sum',
      message: `${shown(count.value)} of ${shown(base.value)} is ${expected}, not ${percent.text}.${summed ?? cutNote(exact, percent)}`,
      computation: `${shown(count.value)} / ${shown(base.value)} = ${rounded(exact, percent.decimals + 2)}%`,
      expected,
      severity: 'error',
      confidence: isSure ? 0.88 : 0.8,
    }),
  ]
}

/** Counts below this stand in tables by chance. */
const LEAST_OF_CELL = 20
const FAR_OF_CELL = 12
/** Whether a sentence has a word of a label. */
const isAbout = ({ text }: Sentence, label: string): boolean => {
  const words = stems(text)
  return stems(label).some((word) => words.includes(word))
}

/** A count that is a cell of a table near it: its percentage is of the total of its column, or of its row. */
function ofCell(studied: Studied, context: readonly Sentence[], pair: Pair): Located[] {
  const { count, percent, sentence } = pair
  if (count.value < LEAST_OF_CELL || count.isApproximate || isOfChange(pair) || count.decimals > 0) return []
  const cells = gridsNear(studied, sentence).flatMap((grid) =>
    grid.rows.flatMap((row) =>
      row.values.flatMap((value, at) =>
        value?.unit === 'count' &&
        isSame(value.value, count.value) &&
        isAbout(sentence, row.isTotal ? (grid.heads[at] ?? '') : row.label)
          ? [{ grid, row, at }]
          : [],
      ),
    ),
  )
  const wholes = cells.flatMap(({ grid, row, at }) => {
    const total = grid.rows.find(({ isTotal }) => isTotal)
    const across = grid.heads.findIndex((head) => isTotalLabel(head))
    return [total?.values[at], row.values[across], total?.values[across]].flatMap((value) =>
      value && value.unit === 'count' && value.value > count.value ? [{ value: value.value, row }] : [],
    )
  })
  const others = [...context, ...justBefore(studied, context)]
    .flatMap(countsIn)
    .filter((one) => one.value > count.value)
  const [whole] = wholes
  if (!whole || wholes.some(({ value }) => fits(pair, value)) || others.some(({ value }) => fits(pair, value)))
    return []
  if (isAnywhere(studied, pair)) return []
  const exact = (count.value / whole.value) * 100
  if (Math.abs(exact - percent.value) > FAR_OF_CELL) return []
  const expected = `${rounded(exact, percent.decimals)}%`
  return [
    located(studied, {
      at: sentence,
      also: whole.row.row,
      place: sentence.passage.place,
      kind: 'percentage',
      message: `${shown(count.value)} of ${shown(whole.value)} is ${expected}, not ${percent.text}.`,
      computation: `${shown(count.value)} / ${shown(whole.value)} = ${rounded(exact, percent.decimals + 2)}%`,
      expected,
      severity: 'error',
      confidence: 0.82,
    }),
  ]
}

/** Smaller counts are many a share of many a whole. */
const LEAST_OF_ORPHAN = 30

/**
 * A percentage that its count is of nothing in the whole report, whose digits in another order make it the share of what
 * stands nearest: the paragraphs and tables under the heading, all children, all reviews.
 */
function orphaned(studied: Studied, context: readonly Sentence[], pair: Pair): Located[] {
  const { count, percent, sentence } = pair
  if (count.value < LEAST_OF_ORPHAN || percent.isApproximate || percent.value > 100) return []
  const everywhere = [
    ...studied.sentences.flatMap(countsIn).map(({ value }) => value),
    ...studied.grids.flatMap(({ rows }) =>
      rows.flatMap(({ values }) => values.flatMap((value) => (value?.unit === 'count' ? [value.value] : []))),
    ),
  ]
  if (everywhere.some((value) => value > count.value && fits(pair, value))) return []
  const near = [
    ...[...context, ...justBefore(studied, context)].flatMap(countsIn).map(({ value }) => value),
    ...gridsNear(studied, sentence).flatMap(({ heads, rows }) =>
      rows.flatMap(({ values, isTotal }) =>
        values.flatMap((value, at) =>
          value?.unit === 'count' && (isTotal || isTotalLabel(heads[at] ?? '')) ? [value.value] : [],
        ),
      ),
    ),
    ...factsOf(studied).flatMap(({ measure, value }) =>
      /^(?:children looked after at|reviews held$)/.test(measure) ? [value] : [],
    ),
  ]
  const base = near.find(
    (value) => value > count.value && isTurned(rounded((count.value / value) * 100, percent.decimals), percent),
  )
  if (base === undefined) return []
  const exact = (count.value / base) * 100
  const expected = `${rounded(exact, percent.decimals)}%`
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'percentage',
      message: `${shown(count.value)} of ${shown(base)} is ${expected}, not ${percent.text}.`,
      computation: `${shown(count.value)} / ${shown(base)} = ${rounded(exact, percent.decimals + 2)}%`,
      expected,
      severity: 'error',
      confidence: 0.83,
    }),
  ]
}
