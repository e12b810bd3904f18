import type { Located } from '../../finding.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'

/** A band of whole numbers: `5-10`, `16+`, `under 1`. */
interface Band extends Span {
  text: string
  from: number
  to: number
  /** What the words around the numbers are, so that months are not set against years. */
  unit: string
}

/** Bands that overlap or leave a gap, in the labels of tables and in sentences; and months in two periods of a table. */
export const overlap: Rule = (studied) => [
  ...studied.tables.flatMap((table) => {
    const labels = table.rows.map(
      ({ cells }) => cells.find(({ text }) => text.trim() !== '' && bandOf(text, 0)) ?? null,
    )
    const down = labels.flatMap((cell, at) => {
      const band = cell && bandOf(cell.text, cell.start)
      const row = table.rows[at]
      return band && row && row.cells.indexOf(cell) <= 1 ? [{ ...band, start: row.start, end: row.end }] : []
    })
    const across = table.rows
      .slice(0, 2)
      .map(({ cells }) => cells.flatMap((cell) => bandOf(cell.text, cell.start) ?? []))
    const months = [
      table.rows.flatMap(({ cells, start, end }) => {
        const [label] = cells.filter(({ text }) => text.trim() !== '')
        const band = label && monthsOf(label.text, label.start)
        return band ? [{ ...band, start, end }] : []
      }),
      ...table.rows.slice(0, 2).map(({ cells }) => cells.flatMap((cell) => monthsOf(cell.text, cell.start) ?? [])),
    ]
    return [
      ...[...runsOf(down), ...across].flatMap((bands) => wrongIn(studied, inOneUnit(bands), table.place, null)),
      ...months.flatMap((bands) => wrongIn(studied, withoutRunning(bands), table.place, null)),
    ]
  }),
  ...studied.sentences.flatMap((sentence) =>
    [bandsIn(sentence.text, sentence.start), wordedIn(sentence.text, sentence.start)].flatMap((bands) =>
      wrongIn(studied, bands, sentence.passage.place, sentence),
    ),
  ),
]

/** A table may divide twice by the same bands: each run from the lowest up is a division by itself. */
function runsOf(bands: readonly Band[]): Band[][] {
  const runs: Band[][] = []
  for (const band of bands) {
    const last = runs.at(-1)
    const [first] = last ?? []
    if (last && first && (band.from > first.from || last.length < 2)) last.push(band)
    else runs.push([band])
  }
  return runs
}

const UNIT =
  '\\s*(?:working |calendar |school |full )?(years?(?:\\s+olds?)?|yrs?|months?|weeks?|days?|miles?|children|placements?)?'
const UNIT_BETWEEN = '(?:\\s*(?:years?|yrs?|months?|weeks?|days?|miles?))?'
const RANGE = new RegExp(
  `^(?:aged?s?\\s*|between\\s+|from\\s+)?(\\d{1,3})${UNIT_BETWEEN}\\s*(?:-|to|up to)\\s*(\\d{1,3})${UNIT}(?:\\s*\\(.*\\))?$`,
  'i',
)
/** `3 to under 6 months`, `1 year or more but less than 5`, `at least one year but less than two`. */
const SHORT_OF = new RegExp(
  `^(?:at least\\s+|from\\s+|over\\s+)?(\\d{1,3})${UNIT_BETWEEN}(?:\\s+(?:or more|and over|or over))?,?\\s*(?:-|to|but|and|up to)?\\s*(?:but )?(?:less than|under|below|fewer than)\\s+(\\d{1,3})${UNIT}(?:\\s*\\(.*\\))?$`,
  'i',
)
/** `16 and 17`: two that follow each other. */
const TWO = new RegExp(`^(?:aged?s?\\s*)?(\\d{1,2})\\s*(?:and|&|or)\\s*(\\d{1,2})${UNIT}$`, 'i')
const FROM = new RegExp(
  `^(?:aged?s?\\s*)?(?:(?:over|more than|longer than|above)\\s+(\\d{1,3})|(\\d{1,3})\\s*(?:\\+|(?:and|or) (?:over|above|older|more)))${UNIT}(?:\\s*\\(.*\\))?$`,
  'i',
)
const BELOW = new RegExp(
  `^(?:aged?s?\\s*)?(?:(under|less than|fewer than|<|below)|up to|within|no more than)\\s*(\\d{1,3})${UNIT}$`,
  'i',
)

function bandOf(words: string, start: number): Band | null {
  const text = words.trim().replaceAll(/[\u2010-\u2015]/g, '-')
  const span = { text, start, end: start + words.length }
  const unitOf = (unit: string | undefined) => (unit ?? '').toLowerCase().replace(/s$/, '').replace(/^yr$/, 'year')
  const range = RANGE.exec(text)
  if (range)
    return Number(range[2]) < Number(range[1])
      ? null
      : { ...span, from: Number(range[1]), to: Number(range[2]), unit: unitOf(range[3]) }
  const short = SHORT_OF.exec(text)
  if (short)
    return Number(short[2]) <= Number(short[1])
      ? null
      : { ...span, from: Number(short[1]), to: Number(short[2]) - 1, unit: unitOf(short[3]) }
  const two = TWO.exec(text)
  if (two && Number(two[2]) === Number(two[1]) + 1)
    return { ...span, from: Number(two[1]), to: Number(two[2]), unit: unitOf(two[3]) }
  const open = FROM.exec(text)
  if (open)
    return {
      ...span,
      from: open[1] === undefined ? Number(open[2]) : Number(open[1]) + 1,
      to: Infinity,
      unit: unitOf(open[3]),
    }
  const below = BELOW.exec(text)
  return below
    ? { ...span, from: -Infinity, to: Number(below[2]) - (below[1] === undefined ? 0 : 1), unit: unitOf(below[3]) }
    : null
}

const MONTH_NAMES = 'apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb|mar'
/** The months as a reporting year has them. */
const ORDER = MONTH_NAMES.split('|')
const MONTHS_TO = new RegExp(
  `^(?:q\\w*\\s?[1-4]\\W*)?(${MONTH_NAMES})[a-z]*\\.?(?:\\s+(?:19|20)?\\d{2})?\\s*(?:-|to|until)\\s*(${MONTH_NAMES})[a-z]*\\.?(?:\\s+(?:19|20)?\\d{2})?\\)?$`,
  'i',
)

/** `April to June`, `Jul-Sep 2022`, as a band of the months of a year. */
function monthsOf(words: string, start: number): Band | null {
  const text = words.trim().replaceAll(/[\u2010-\u2015]/g, '-')
  const match = MONTHS_TO.exec(text)
  const [from, to] = [match?.[1], match?.[2]].map((name) => ORDER.indexOf((name ?? '').toLowerCase()))
  return from === undefined || to === undefined || from === -1 || to <= from
    ? null
    : { text, start, end: start + words.length, from, to, unit: 'month' }
}

/** None where periods begin together, as those of a running total do. */
const withoutRunning = (bands: readonly Band[]): readonly Band[] =>
  new Set(bands.map(({ from }) => from)).size < bands.length ? [] : bands

const IN_MONTHS: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['year', 12],
])

/** Months and years in one table, as months. A year begins where so many months end: both may name that day. */
function inOneUnit(bands: readonly Band[]): readonly Band[] {
  const units = new Set(bands.map(({ unit }) => unit))
  if (units.size !== 2 || ![...units].every((unit) => IN_MONTHS.has(unit))) return bands
  const inMonths = bands.map((band) => {
    const times = IN_MONTHS.get(band.unit) ?? 1
    return { ...band, from: band.from * times, to: band.to * times, unit: 'month' }
  })
  const isTouching = inMonths.every((band, at) => {
    const next = inMonths[at + 1]
    return !next || next.from >= band.to
  })
  return isTouching ? [] : inMonths
}

const IN_TEXT =
  /(?<![\d£/.-])(\d{1,2})\s?(?:-|to)\s?(\d{1,2})(?![\d/%-])[- ]?(years?|months?|weeks?|days?|yrs?)?|(?<![\d£/.])(\d{1,2})\+/gi

function bandsIn(text: string, start: number): Band[] {
  return [...text.matchAll(IN_TEXT)].flatMap((match): Band[] => {
    const [words, from, to, unit = '', open] = match
    const span = { text: words, start: start + match.index, end: start + match.index + words.length }
    const band = { ...span, unit: unit.toLowerCase().replace(/s$/, '') }
    if (open !== undefined) return [{ ...band, from: Number(open), to: Infinity }]
    return Number(to) > Number(from) ? [{ ...band, from: Number(from), to: Number(to) }] : []
  })
}

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'
const WORDED =
  /\b(?:(?:at least |from )?(\d{1,2}|[a-z]+)(?: (?:years?|months?|weeks?|days?))?(?: or more)?,? (?:but|and) (?:less than|under) (\d{1,2}|[a-z]+)|(?:from |between )?(\d{1,2}|[a-z]+) (?:to|and) (\d{1,2}|[a-z]+)|(?:less than|under|up to) (\d{1,2}|[a-z]+)|(\d{1,2}|[a-z]+) (?:years? |months? |weeks? |days? )?(?:or more|and over|or over))\b/gi

const numberIn = (words: string | undefined): number =>
  words === undefined
    ? NaN
    : /^\d/.test(words)
      ? Number(words)
      : SMALL.split(' ').indexOf(words.toLowerCase()) + 1 || NaN

/** `for at least one year but less than two, 57 for at least two years but less than five`: bands in words. */
function wordedIn(text: string, start: number): Band[] {
  const bands = [...text.matchAll(WORDED)].flatMap((match): Band[] => {
    const [words, from, below, first, last, under, open] = match
    const span = { text: words, start: start + match.index, end: start + match.index + words.length, unit: '' }
    const ends: readonly [number, number][] = [
      [numberIn(from), numberIn(below) - 1],
      [numberIn(first), numberIn(last)],
      [-Infinity, numberIn(under) - 1],
      [numberIn(open), Infinity],
    ]
    return ends.flatMap(([least, most]) => (most >= least ? [{ ...span, from: least, to: most }] : []))
  })
  // Without one that names both its ends by `but less than`, numbers in words are bands of nothing.
  return /\bbut (?:less than|under)\b/i.test(text) ? bands : []
}

function wrongIn(studied: Studied, bands: readonly Band[], place: string, sentence: Span | null): Located[] {
  // In a sentence, two ranges may be about two things; three bands that follow each other are a division.
  if (bands.length < (sentence ? 3 : 2) || new Set(bands.map(({ unit }) => unit).filter(Boolean)).size > 1) return []
  const ordered = bands.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const isInOrder =
    bands.every((band, at) => band === ordered[at]) ||
    bands.every((band, at) => band === ordered[bands.length - 1 - at])
  if (ordered.filter(({ to }) => to === Infinity).length > 1) return [] // by lower bound: a convention
  if (sentence && (!isInOrder || new Set(bands.map(({ text }) => text)).size < bands.length)) return []
  const named = (value: number) => (isOfMonths(bands) ? (MONTHS_IN_FULL[value] ?? '') : String(value))
  return ordered.flatMap((band, at): Located[] => {
    const next = ordered[at + 1]
    if (!next || next.from > band.to + 3 || (sentence && next.from > band.to + 2)) return []
    if (
      next.from === band.to + 1 ||
      (next.from === band.from && next.to === band.to) ||
      (next.to <= band.to && next.from !== band.to)
    )
      return []
    if (band.from === -Infinity && next.from === band.to + 1) return []
    const isGap = next.from > band.to
    if (isGap && (sentence !== null || bands.length < 3)) return []
    const message = isGap
      ? `“${band.text.trim()}” and “${next.text.trim()}” leave ${next.from - 1 === band.to + 1 ? named(band.to + 1) : `${named(band.to + 1)} to ${named(next.from - 1)}`} out.`
      : `“${band.text.trim()}” and “${next.text.trim()}” both take in ${named(Math.max(next.from, band.from))}${next.from < band.to ? ` to ${named(Math.min(band.to, next.to))}` : ''}.`
    return [
      located(studied, {
        at: sentence ?? next,
        also: sentence ? null : band,
        place,
        kind: 'overlap',
        message,
        expected: null,
        severity: 'warning',
        confidence: isGap ? 0.75 : 0.9,
      }),
    ]
  })
}

const MONTHS_IN_FULL = 'April May June July August September October November December January February March'.split(
  ' ',
)
const isOfMonths = (bands: readonly Band[]): boolean => bands.every(({ text }) => MONTHS_TO.test(text))
