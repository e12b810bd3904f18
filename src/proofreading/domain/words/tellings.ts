import type { Grid } from '../grid.ts'
import { yearNamed } from '../near.ts'
import { type Span, alike } from '../reportText.ts'
import type { Studied } from '../studied.ts'
import { isForEach } from './around.ts'
import { yearOf } from './facts.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'
import { MONTHS } from './months.ts'
import { tokensIn } from './tokens.ts'

/** A number with the words that it stands among, whatever they mean. */
export interface Telling {
  unit: string
  value: number
  decimals: number
  /** The year that it is of, by its beginning; null where that is not plain. */
  year: number | null
  words: ReadonlySet<string>
  /** Ages, times and numbers of things among those words: two numbers of different ones are of different things. */
  narrowed: string
  /** Months, quarters and names of the sentence and of the heading above it: those of one team or month are not another's. */
  names: string
  /** Whether the heading above it is of what the whole report says. */
  isSummary: boolean
  /** Whether it is what something was before, or is set beside: `from 84%`, `than 12`. */
  isOld: boolean
  /** A coarser print of the same number of a table. */
  isCopy: boolean
  at: Span
  place: string
  sentence: Sentence | null
  quantity: Quantity | null
}

interface Tellings {
  all: readonly Telling[]
  /** How much a word says: what stands in every other sentence says nothing. */
  weightOf: (word: string) => number
}

const known = new WeakMap<Studied, Tellings>()

/** The numbers of a report with the words that they stand among. */
export function tellingsOf(studied: Studied): Tellings {
  const tellings = known.get(studied) ?? worked(studied)
  known.set(studied, tellings)
  return tellings
}

function worked(studied: Studied): Tellings {
  const { sentences, grids } = studied
  const reported = studied.period?.startYear ?? 0
  const texts = [
    ...sentences.flatMap(({ text, quantities }) => (quantities.some(({ kind }) => COUNTED.has(kind)) ? [text] : [])),
    ...grids.flatMap(({ rows }) => rows.map(({ label }) => alike(label))),
  ].map(wordsOf)
  const times = new Map<string, number>()
  for (const words of texts) for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return {
    all: [
      ...sentences.flatMap((sentence) => inSentence(sentence, reported)),
      ...grids.flatMap((grid) => inGrid(grid, reported)),
    ],
    weightOf: (word) => (EMPTY.has(word) ? 0 : Math.log(Math.max(texts.length, LEAST_TEXTS) / (times.get(word) ?? 1))),
  }
}

/** In a short text each word is rare. */
const LEAST_TEXTS = 150

/** Words of no thing: of time, of comparing, and those that any sentence may have. */
const EMPTY = new Set(
  'over under than now then last this it they we you i he she as up down had has have did do not but so also about compared increase decrease rise fall only all out what where when how share proportion point higher lower'.split(' '),
) // prettier-ignore

const wordsOf = (text: string): Set<string> =>
  new Set(tokensIn(text).flatMap(({ word }) => (/^\d/.test(word) ? [] : [word])))

const COUNTED = new Set(['count', 'percent', 'rate', 'money', 'fte'])
const NARROWING = new Set(['age', 'duration', 'range', 'ordinal', 'reference'])
const LEAST = 10
const OF_WHOLE = /^\W*(?:of|among|amongst|out of) (?:the|our|all|these|those)\b/i
/** Of others, of what should be, or of several things at once. */
const OTHERWISE =
  /\b(?:target\w*|aim\w*|nation\w*|region\w*|england|neighbours?|handbook|together|combined|altogether|both|in all|sum|expect\w*|will|would|should|at least)\b|"/i
const OLD =
  /\b(?:from|than|against|compared (?:with|to)|last year|previous(?: year)?|year (?:before|ago|earlier)|was|were)\s*(?:at |the )?$/i

const SUMMARY =
  /\b(?:summary|glance|key|headlines?|introduction|foreword|conclusions?|overview|highlights|main|in (?:brief|short|numbers)|appendix|annex|beginning)\b/i
const MONTH_OR_QUARTER = new RegExp(
  `\\b(?:${MONTHS.join('|')}|q[1-4]|(?:first|second|third|fourth|last) quarter|quarter (?:[1-4]|one|two|three|four))\\b`,
  'gi',
)
/** `… the North team`: within a sentence, and no short form of a word of the field. */
const NAME = /(?<=[a-z,;:] )[A-Z][a-z]+/g

const namesIn = (text: string, place: string): string => {
  const times = [...`${text} ${place}`.matchAll(MONTH_OR_QUARTER)].map(([word]) => word.toLowerCase())
  const names = [...text.matchAll(NAME)].flatMap(([word]) => (times.includes(word.toLowerCase()) ? [] : [word]))
  return [...new Set([...times, ...names])].toSorted().join(' ')
}

function inSentence(sentence: Sentence, reported: number): Telling[] {
  const { text, start, passage, quantities } = sentence
  if (passage.kind === 'heading') return []
  const numbers = quantities.filter(({ kind }) => COUNTED.has(kind))
  return numbers.flatMap((quantity, at): Telling[] => {
    const [from, to] = [numbers[at - 1]?.end ?? start, numbers[at + 1]?.start ?? sentence.end]
    const ahead = text.slice(from - start, quantity.start - start)
    // `Of the second reviews 184 were in time`: a part of what the words before it name.
    const lead = at === 0 && OF_WHOLE.test(ahead) ? '' : ahead
    const near = `${lead} # ${text.slice(quantity.end - start, to - start)}`
    // `60 of 65 reviews`: a whole, of which it is told elsewhere what it is.
    if (/\bof\s+(?:the |all |our |these |those )*$/i.test(ahead)) return []
    const isSmall = quantity.kind === 'count' && quantity.value < LEAST
    if (isSmall || quantity.isApproximate || OTHERWISE.test(near) || isForEach(sentence, quantity)) return []
    return [
      {
        unit: quantity.kind,
        value: quantity.value,
        decimals: quantity.decimals,
        year: yearOf(sentence, quantity, reported),
        words: wordsOf(near),
        narrowed: quantities
          .filter((one) => NARROWING.has(one.kind) && one.start >= from && one.end <= to)
          .map((one) => one.text)
          .join(' '),
        names: namesIn(text, passage.place),
        isSummary: SUMMARY.test(passage.place),
        isOld: OLD.test(lead) && !/\b(?:was|were)\s*(?:at )?$/i.test(lead),
        isCopy: false,
        at: sentence,
        place: passage.place,
        sentence,
        quantity,
      },
    ]
  })
}

function inGrid(grid: Grid, reported: number): Telling[] {
  const hasYears = grid.heads.some((head) => yearNamed(head) !== null)
  return grid.rows.flatMap((row) =>
    row.values.flatMap((value, column): Telling[] => {
      const head = grid.heads[column] ?? ''
      if (!value || row.isTotal) return []
      const unit = /%|per\s?cent/i.test(`${row.label} ${head}`) ? 'percent' : value.unit
      const year = yearNamed(row.label) ?? yearNamed(head) ?? (hasYears ? null : reported)
      const words = wordsOf(alike(`${row.block} ${row.label} ${head}`))
      const telling = { unit, year, words, narrowed: '', names: '', isSummary: false, isOld: false, isCopy: false, at: row.row, place: grid.table.place, sentence: null, quantity: null }
      const shares = value.share ? [{ ...telling, ...value.share, unit: 'percent' }] : []
      const printed = [{ ...telling, value: value.value, decimals: value.decimals }, ...shares]
      // `98.8%`, in a sentence `99%`.
      const coarser = printed.flatMap((one) => one.unit === 'percent' && one.decimals > 0 ? [{ ...one, value: Math.round(one.value), decimals: 0, isCopy: true }] : [])
      return [...printed, ...coarser]
    }),
  )
} // prettier-ignore

const sumOf = (words: readonly string[], weightOf: (word: string) => number): number =>
  words.reduce((sum, word) => sum + weightOf(word), 0)

/** Whether two numbers stand among the same words, of one year, and none of them among words that make it another thing's. */
export function isToldAlike(one: Telling, other: Telling, weightOf: (word: string) => number): boolean {
  if (one.sentence === other.sentence || one.isOld !== other.isOld || one.narrowed !== other.narrowed) return false
  if (one.year !== null && other.year !== null && one.year !== other.year) return false
  if (other.sentence && one.names !== other.names) return false
  const alike = [...one.words].filter((word) => other.words.has(word) && weightOf(word) > 0)
  const shared = sumOf(alike, weightOf)
  const [own, others] = [sumOf([...one.words], weightOf), sumOf([...other.words], weightOf)]
  if (alike.length < 2 || own === 0 || others === 0) return false
  const [more, less] = [shared / Math.min(own, others), shared / Math.max(own, others)]
  const isLarge = one.value >= 100 || one.decimals > 0
  if (!other.sentence) return shared >= 5 && shared / others >= (isLarge ? 0.7 : 0.95) && shared / own >= 0.25
  // Two chapters may tell of two things in the words of one form.
  const isElsewhere = one.place !== other.place && !one.isSummary && !other.isSummary
  return shared >= (isElsewhere ? 8 : isLarge ? 5 : 6) && more >= (isLarge ? 0.5 : 0.6) && less >= 0.35
} // prettier-ignore
