import type { Located } from '../finding.ts'
import { type Grid, type GridRow, type Value, isYearLike } from '../grid.ts'
import { isSame, prints, shown } from '../numbers.ts'
import { type Rule, type Studied, located } from '../studied.ts'
import { after, before, between, isForEach } from '../words/around.ts'
import { startOf } from '../words/facts.ts'
import type { Quantity } from '../words/quantities.ts'
import type { Sentence } from '../words/sentences.ts'
import { stems } from '../words/stems.ts'

/** Numbers in sentences that a table has otherwise: by the row's words, and in series from one year to another. */
export const rowsInText: Rule = (studied) => [...byLabel(studied), ...bySeries(studied)]

/** The rows of a grid whose label says which they are. */
function byLabel(studied: Studied): Located[] {
  return studied.sentences.flatMap((sentence) => {
    if (sentence.passage.kind === 'heading') return []
    const grids = gridsNear(studied, sentence).filter((grid) => !isOfOthers(grid, sentence))
    return sentence.quantities.flatMap((quantity): Located[] => {
      if (
        (quantity.kind !== 'count' && quantity.kind !== 'percent') ||
        quantity.isApproximate ||
        isElsewhere(sentence, quantity) ||
        isForEach(sentence, quantity) ||
        isReasoned(sentence, quantity)
      )
        return []
      const words = wordsOf(sentence, quantity)
      const found = grids.flatMap((grid) => rowFor(studied, grid, words, sentence, quantity) ?? [])
      const [only] = found
      if (!only || found.length > 1 || isAnyRight(grids, sentence, quantity)) return []
      const { row, value, grid } = only
      return [
        located(studied, {
          at: sentence,
          also: row.row,
          place: sentence.passage.place,
          kind: 'text-table',
          message: `“${row.label}” is ${quantity.text} here, and ${value.cell.text.trim()} in ${grid.table.place}.`,
          computation: `${quantity.text} against ${value.cell.text.trim()}`,
          expected: value.cell.text.trim(),
          severity: 'error',
          confidence: 0.85,
        }),
      ]
    })
  })
}

const isElsewhere = (sentence: Sentence, quantity: Quantity): boolean =>
  /\b(?:from|than|compared (?:with|to)|last year|previous(?: year)?|target|by|up|down|increase of|decrease of|rise of|fall of|reduction of|national\w*|region\w*|england|neighbours?|another|further|additional)\b[^,;]{0,25}$/i.test(
    before(sentence, quantity),
  ) ||
  /^\s*(?:\(\S+\)\s*)?(?:more|fewer|less|higher|lower|increase|decrease|of (?:these|them|whom|which)|in the previous|last year|the previous|nationally)\b/i.test(
    after(sentence, quantity),
  )

/** `27 because a parent could not come`: the words say why, not of which row. */
const isReasoned = (sentence: Sentence, quantity: Quantity): boolean =>
  /^\s*(?:[a-z'-]+\s+){0,3}(?:because|due to|owing to|as a result|on account|at the request|(?:as|since|when|where) (?:an?|the|their|no)\b)/i.test(
    after(sentence, quantity),
  )

/** What reports count. */
const COUNTED = ['child', 'review', 'officer', 'dispute', 'escalation', 'challenge', 'meeting', 'visit', 'episode']
const countedIn = (text: string): string[] => COUNTED.filter((word) => stems(text).includes(word))

/** Whether a sentence counts other things than a table, as reviews beside children. */
function isOfOthers(grid: Grid, { text }: Sentence): boolean {
  const ofTable = countedIn(`${grid.table.caption ?? ''} ${grid.corner} ${grid.heads.join(' ')}`)
  const ofText = countedIn(text)
  return ofTable.length > 0 && ofText.length > 0 && !ofText.some((word) => ofTable.includes(word))
}

/** The tables that a sentence is about: those it names, else those under its heading. */
function gridsNear(studied: Studied, sentence: Sentence): Grid[] {
  const named = [...sentence.text.matchAll(/\btable\s+([A-Z]\d?|\d{1,2})\b/gi)].map((match) =>
    (match[1] ?? '').toUpperCase(),
  )
  const byName = studied.grids.filter(({ table }) => {
    const label = /^\W*table\s+([A-Z]\d?|\d{1,2})\b/i.exec(table.caption ?? '')?.[1]
    return label !== undefined && named.includes(label.toUpperCase())
  })
  return byName.length > 0
    ? byName
    : studied.grids.filter(({ table }) => Math.abs(partsBetween(studied, sentence, table)) <= 8)
}

/** How many parts of the report lie between a sentence and a table. */
function partsBetween({ report }: Studied, sentence: Sentence, table: Grid['table']): number {
  const parts: readonly object[] = report.parts
  return parts.indexOf(table) - parts.indexOf(sentence.passage)
}

/** The words that say what a number counts: right after it, and before it back to the last stop or number. */
function wordsOf(sentence: Sentence, quantity: Quantity): { close: Set<string>; all: Set<string> } {
  const behind =
    /^(?:\s*\([^)]*\))?[^.,;()]*/.exec(sentence.text.slice(quantity.end - sentence.start))?.[0].slice(0, 90) ?? ''
  const next = sentence.quantities.find(
    ({ start, kind }) => start >= quantity.end && (kind === 'count' || kind === 'percent'),
  )
  // What follows the last `and` before another number is said of that one.
  const reach =
    next && next.start - quantity.end <= behind.length
      ? behind
          .slice(0, next.start - quantity.end)
          .replace(/\b(?:and|or|but|while)\b(?!.*\b(?:and|or|but|while)\b).*$/i, '')
      : behind
  const isFirst = before(sentence, quantity) === before(sentence, quantity, false)
  // After another number, what leads up to `and` is said of that one.
  const ahead =
    before(sentence, quantity)
      .split(isFirst ? /[.,;()]/ : /[.,;()]|\b(?:and|or|but|with|while)\b/)
      .at(-1) ?? ''
  return { close: new Set(stems(`${ahead} ${reach}`)), all: new Set(stems(sentence.text)) }
}

interface FoundRow {
  grid: Grid
  row: GridRow
  value: Value
}

/** Words of labels that nearly every row has. */
const COMMON = new Set(['child', 'review', 'young', 'people', 'person', 'officer', 'service'])

function rowFor(
  studied: Studied,
  grid: Grid,
  { close }: { close: ReadonlySet<string> },
  sentence: Sentence,
  quantity: Quantity,
): FoundRow | null {
  const rows = grid.rows.filter(({ label, isTotal }) => {
    const own = stems(label).filter((word) => !COMMON.has(word))
    return !isTotal && own.length > 0 && own.every((word) => close.has(word))
  })
  // The label that says most: "Foster care (agency)" before "Foster care".
  const [row, other] = rows.toSorted((a, b) => stems(b.label).length - stems(a.label).length)
  if (!row || (other && stems(other.label).length === stems(row.label).length) || isPartOfOthers(grid, row, close))
    return null
  const value = valueFor(studied, grid, row, sentence, quantity)
  return value && !isSamePrinted(value, quantity) ? { grid, row, value } : null
}

/** Whether the sentence prints the cell, with as many decimals as it likes. */
const isSamePrinted = (value: Value, said: Quantity): boolean =>
  prints(value.value, said.value, said.decimals) || prints(said.value, value.value, value.decimals)

/** Words that rows of different kinds share: `Foster care` and `Residential care`. */
const OF_MANY = new Set([...COMMON, 'care', 'home', 'placement', 'order', 'living'])

/** Whether the words name other rows too, of which the number may be the sum. */
const isPartOfOthers = (grid: Grid, row: GridRow, close: ReadonlySet<string>): boolean =>
  grid.rows.some(
    (other) =>
      other !== row &&
      !other.isTotal &&
      stems(other.label).some((word) => !OF_MANY.has(word) && close.has(word) && stems(row.label).includes(word)),
  )

/** The cell of the row that the number must be in: its unit's only column, or the year's. */
function valueFor({ period }: Studied, grid: Grid, row: GridRow, sentence: Sentence, quantity: Quantity): Value | null {
  const unit = quantity.kind === 'percent' ? 'percent' : 'count'
  const columns = row.values.flatMap((value, at) =>
    value?.unit === unit || (unit === 'percent' && value && /%|per\s?cent/i.test(grid.heads[at] ?? '')) ? [at] : [],
  )
  const plain = columns.filter((at) => unit === 'percent' || !/%|per\s?cent/i.test(grid.heads[at] ?? ''))
  if (plain.length === 1)
    return isOtherYear(grid, sentence, period?.startYear ?? null) ? null : (row.values[plain[0] ?? 0] ?? null)
  if (!plain.every((at) => isYearLike(grid.heads[at] ?? ''))) return null
  const named = sentence.quantities.flatMap(({ kind, text }) =>
    kind === 'period' || kind === 'date' || kind === 'year' ? [startOf(text)] : [],
  )
  const year = named.length === 0 ? (period?.startYear ?? null) : named.length === 1 ? (named[0] ?? null) : null
  const column = plain.find((at) => year !== null && startOf(grid.heads[at] ?? '') === year)
  return column === undefined ? null : (row.values[column] ?? null)
}

/** Whether the sentence speaks of a year that the table is not of. */
function isOtherYear(grid: Grid, sentence: Sentence, reported: number | null): boolean {
  const years = sentence.quantities.flatMap(({ kind, text }) =>
    kind === 'period' || kind === 'date' || kind === 'year' ? [startOf(text)] : [],
  )
  return (
    years.length > 1 ||
    years.some((year) => year !== reported) ||
    (grid.table.caption !== null && /last year|previous/i.test(grid.table.caption))
  )
}

/** Whether the sentence has the row's number elsewhere, or its number is another cell of the table. */
const isAnyRight = (grids: readonly Grid[], sentence: Sentence, quantity: Quantity): boolean =>
  grids.some(({ rows }) =>
    rows.some((row) =>
      row.values.some(
        (value) => value && (isSame(value.value, quantity.value) || value.share?.value === quantity.value),
      ),
    ),
  ) && sentence.quantities.length > 6

/** `from 119 in March 2009 to 288 in March 2014`: one end is a cell of a row, the other is not. */
function bySeries(studied: Studied): Located[] {
  return studied.sentences.flatMap((sentence) => {
    const series = seriesIn(sentence)
    if (!series) return []
    const words = new Set(stems(sentence.text))
    const found = studied.grids.flatMap((grid) => grid.rows.flatMap((row) => endsIn(grid, row, series, words) ?? []))
    const [only] = found
    if (!only || found.some(({ isRight }) => isRight) || found.length > 1) return []
    return [
      located(studied, {
        at: sentence,
        also: only.row.row,
        place: sentence.passage.place,
        kind: 'text-table',
        message: `${only.said.text} (${only.year}) is ${shown(only.value.value)} in the row “${only.row.label}”, whose other number fits.`,
        computation: `${only.said.text} against ${only.value.cell.text.trim()}`,
        expected: only.value.cell.text.trim(),
        severity: 'error',
        confidence: 0.87,
      }),
    ]
  })
}

interface End {
  said: Quantity
  year: string
}

function seriesIn(sentence: Sentence): [End, End] | null {
  const { quantities } = sentence
  const ends = quantities.flatMap((said, at): End[] => {
    const next = quantities[at + 1]
    const third = quantities[at + 2]
    if (said.kind !== 'count' && said.kind !== 'percent') return []
    const isTime = (one: Quantity | undefined) => one !== undefined && ['date', 'period', 'year'].includes(one.kind)
    if (next && isTime(next) && /^\s*(?:in|at|on|\()\s*$/.test(between(sentence, said, next)))
      return [{ said, year: next.text }]
    return next?.kind === 'percent' &&
      third &&
      isTime(third) &&
      /^\)?\s*(?:in|at|on)\s*$/.test(between(sentence, next, third))
      ? [{ said, year: third.text }]
      : []
  })
  const [first, second] = ends
  return first &&
    second &&
    ends.length === 2 &&
    first.said.kind === second.said.kind &&
    !first.said.isApproximate &&
    !second.said.isApproximate
    ? [first, second]
    : null
}

function endsIn(
  grid: Grid,
  row: GridRow,
  series: readonly [End, End],
  words: ReadonlySet<string>,
): { row: GridRow; said: Quantity; year: string; value: Value; isRight: boolean } | null {
  if (!stems(row.label).some((word) => words.has(word) && word !== 'child')) return null
  const valueAt = ({ year }: End) => {
    const start = startOf(year)
    const column = grid.heads.findIndex((head) => isYearLike(head) && start !== null && startOf(head) === start)
    return row.values[column] ?? null
  }
  const values = series.map(valueAt)
  const [one, other] = values
  if (!one || !other || (one.unit === 'percent') !== (series[0].said.kind === 'percent')) return null
  const isOneRight = isSame(one.value, series[0].said.value)
  const isOtherRight = isSame(other.value, series[1].said.value)
  if (isOneRight && isOtherRight) return { row, said: series[0].said, year: series[0].year, value: one, isRight: true }
  if (isOneRight) return { row, said: series[1].said, year: series[1].year, value: other, isRight: false }
  return isOtherRight ? { row, said: series[0].said, year: series[0].year, value: one, isRight: false } : null
}
