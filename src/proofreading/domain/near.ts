import { type Grid, type GridRow, isTotalLabel, isYearLike } from './grid.ts'
import { gridsLabelled, gridsWithin } from './layout.ts'
import type { Studied } from './studied.ts'
import { startOf } from './words/facts.ts'
import type { Sentence } from './words/sentences.ts'
import { type Token, labelIn, tokensIn } from './words/tokens.ts'

const NEAR = 8

/** The tables that a sentence is about: those it names, else those near it. */
export function gridsNear(studied: Studied, sentence: Sentence): Grid[] {
  const labels = [...sentence.text.matchAll(/\btable\s+([A-Z]\d?|\d{1,2})\b/gi)].map((match) => match[1] ?? '')
  const byName = [...new Set(labels)].flatMap((label) => gridsLabelled(studied, label))
  return byName.length > 0 ? byName : gridsWithin(studied, sentence.passage, NEAR)
}

/** Rows that say a part of another row. */
export const PART = /^(?:of (?:which|whom|these|those)|including|incl\.?|-\s)|\(of which|\bof which\b/i

/** The rows that divide a whole: no totals, and no parts of other rows. */
export const partsOf = ({ rows }: Grid): GridRow[] => rows.filter(({ isTotal, label }) => !isTotal && !PART.test(label))

const QUARTER = /^(?:q(?:uarter)?\s?[1-4]|(?:first|second|third|fourth) quarter)$/i

/** What a row may be called: by its label, with the words that hold for several rows, and by those where it has them alone. */
export function namesOf(grid: Grid, { block, label }: GridRow): string[] {
  const isAlone = block !== '' && grid.rows.filter((row) => row.block === block).length === 1
  const code = /^[A-Z]{1,3}\d{1,2}\b/.exec(label)?.[0]
  const [, plain = '', bracket = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(label) ?? []
  return [
    label,
    // `Q2 (July to September)`: by either.
    ...(QUARTER.test(plain) || QUARTER.test(bracket) ? [plain, bracket] : []),
    ...(code === undefined ? [] : [code]),
    ...(block === '' ? [] : [`${block} ${label}`]),
    ...(isAlone ? [block] : []),
  ]
}

/** Words that nearly every row has, or that are in every other sentence: they name no row alone. */
export const COMMON = new Set([
  'review',
  'officer',
  'service',
  'other',
  'care',
  'under',
  'over',
  'all',
  'percent',
  'held',
])

const hasOwnWord = (label: readonly Token[]): boolean => label.some(({ word }) => !COMMON.has(word))

/** Of several things with labels, those that the words name, by the label that says most. */
export function namedBy<T>(
  words: readonly Token[],
  all: readonly T[],
  labelsOf: (one: T) => readonly string[],
): { one: T; at: { start: number; end: number } }[] {
  const named = all.flatMap((one) => {
    const found = labelsOf(one).flatMap((label) => {
      const tokens = tokensIn(label)
      const at = hasOwnWord(tokens) ? labelIn(tokens, words) : null
      return at ? [{ one, at, label: tokens.map(({ word }) => word) }] : []
    })
    return found.toSorted((a, b) => b.label.length - a.label.length).slice(0, 1)
  })
  return named.filter(
    ({ label }) =>
      !named.some((other) => other.label.length > label.length && label.every((word) => other.label.includes(word))),
  )
}

const LEAST_ALIKE = 4
/** Whether two words may be forms of one: `adopted` and `adoption`. */
export const areForms = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length)
  let same = 0
  while (same < length && one[same] === other[same]) same++
  return one === other || (same >= LEAST_ALIKE && same >= Math.max(one.length, other.length) * 0.5)
}

/** Of several things with labels, those whose every word the text has in some form. */
export function looselyNamed<T>(text: string, all: readonly T[], labelOf: (one: T) => string): { one: T }[] {
  const said = tokensIn(text).map(({ word }) => word)
  return all.flatMap((one) => {
    const words = tokensIn(labelOf(one)).filter(({ word }) => !COMMON.has(word) && word !== 'order')
    return words.length > 0 && words.every(({ word }) => said.some((each) => areForms(each, word))) ? [{ one }] : []
  })
}

const isShare = (head: string): boolean => /%|per\s?cent/i.test(head)
const isChange = (head: string): boolean => /change|difference|variance|\+\/-|rate\b/i.test(head)

/** The columns of counts that a sentence may be about: the only one, that of all, or that of the year. */
export function countColumns({ period }: Studied, grid: Grid, { quantities }: Sentence): number[] {
  const columns = grid.heads.flatMap((head, at) =>
    !isShare(head) && !isChange(head) && grid.rows.some(({ values }) => values[at]?.unit === 'count') ? [at] : [],
  )
  if (columns.length <= 1) return columns
  const years = columns.filter((at) => isYearLike(grid.heads[at] ?? '') || yearNamed(grid.heads[at] ?? '') !== null)
  if (years.length === columns.length) {
    const named = quantities.flatMap(({ kind, text }) =>
      kind === 'period' || kind === 'date' || kind === 'year' ? [startOf(text)] : [],
    )
    const year = named.length === 0 ? (period?.startYear ?? null) : named.length === 1 ? (named[0] ?? null) : null
    const own = year === null ? null : columnOfYear(grid, year)
    return own === null ? [] : years.filter((at) => at === own)
  }
  return columns.filter(
    (at) =>
      isTotalLabel(grid.heads[at] ?? '') ||
      /^(?:all|number|no\.?|children|count)$/i.test((grid.heads[at] ?? '').trim()),
  )
}

const BARE = /^(?:19|20)\d{2}$/

/** The column of a reporting year, by its beginning. A bare year is that in which it ends, where there is such a column. */
export function columnOfYear({ heads }: Grid, year: number): number | null {
  const at = heads.findIndex((head) => startOf(head) === year)
  if (at !== -1) return at
  const bare = heads.findIndex((head) => BARE.test(head.trim()) && Number(head) === year + 1)
  return bare === -1 ? null : bare
}

/** The year that a head or a label names, for putting them in order. */
export const yearNamed = (text: string): number | null =>
  startOf(text) ?? (BARE.test(text.trim()) ? Number(text) - 1 : null)

/** The columns of the last two years that a grid has; null where it has fewer. */
export function lastTwoYears({ heads }: Grid): [number, number] | null {
  const [from, to] = heads.flatMap((head, at) => (yearNamed(head) === null ? [] : [at])).slice(-2)
  return from === undefined || to === undefined ? null : [from, to]
}

/** The columns of percentages. */
export const shareColumns = (grid: Grid): number[] =>
  grid.heads.flatMap((head, at) =>
    !/change|difference|point/i.test(head) &&
    (isShare(head) || grid.rows.some(({ values }) => values[at]?.unit === 'percent'))
      ? [at]
      : [],
  )
