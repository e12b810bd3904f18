import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear } from '../../near.ts'
import { isSame, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { MONTHS } from '../../words/months.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `In the first six months 61 started and in the last six 66`, where the months of a table add up to another number. */
export const monthsInText: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const spans = spansIn(sentence)
    if (sentence.passage.kind === 'heading' || spans.length === 0) return []
    return gridsNear(studied, sentence)
      .filter(isOfMonths)
      .slice(0, 1)
      .flatMap((grid) => spans.flatMap((span) => wrongIn(grid, sentence, span) ?? []))
      .map((said) => located(studied, said))
  })

const ALL = 12

/** Months of a reporting year, and where the words that name them end. */
interface MonthSpan {
  words: string
  from: number
  to: number
  end: number
}

const NAMES = MONTHS.join('|')
const HOW_MANY: readonly [RegExp, number][] = [
  [/three/i, 3],
  [/six/i, 6],
  [/nine/i, 9],
]
const PART = /\b(first|last|second|final) (?:(three|six|nine) months|(half)(?: of the year)?|six)\b(?:\s*\([^)]*\))?/gi
const BETWEEN = new RegExp(`\\b(?:from |between )?(${NAMES})\\s+(?:to|and|-)\\s+(${NAMES})\\b`, 'gi')

/** The place of a month in a reporting year, from April. */
const placeOf = (month: string): number => (MONTHS.indexOf(month.toLowerCase()) + 9) % ALL

function spansIn({ text }: Sentence): MonthSpan[] {
  const parts = [...text.matchAll(PART)].map((match): MonthSpan => {
    const [words, which = '', many = ''] = match
    const length = HOW_MANY.find(([name]) => name.test(many))?.[1] ?? ALL / 2
    const isFirst = /first/i.test(which)
    return {
      words: words.replace(/\s*\(.*/, ''),
      from: isFirst ? 0 : ALL - length,
      to: isFirst ? length - 1 : ALL - 1,
      end: match.index + words.length,
    }
  })
  const between = [...text.matchAll(BETWEEN)].flatMap((match): MonthSpan[] => {
    const [words, from = '', to = ''] = match
    const end = match.index + words.length
    const isInside = parts.some((part) => match.index < part.end && end > part.end - words.length - 3)
    return isInside || placeOf(to) <= placeOf(from) ? [] : [{ words, from: placeOf(from), to: placeOf(to), end }]
  })
  return [...parts, ...between].toSorted((a, b) => a.end - b.end)
}

const monthOf = (label: string): number => {
  const word = /^[a-z]{3,9}/i.exec(label.trim())?.[0].toLowerCase() ?? ''
  return word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word) || word.startsWith(`${month} `))
}

/** The rows of the twelve months, as of a reporting year. */
const monthRows = ({ rows }: Grid) => rows.filter(({ label, isTotal }) => !isTotal && monthOf(label) !== -1)
const isOfMonths = (grid: Grid): boolean => {
  const rows = monthRows(grid)
  return rows.length === ALL && rows.every(({ label }, at) => placeOf(MONTHS[monthOf(label)] ?? '') === at)
}

function wrongIn(grid: Grid, sentence: Sentence, { words, from, to, end }: MonthSpan): Said | null {
  const count = countsIn(sentence).find((one) => one.start - sentence.start >= end)
  const gap = count ? sentence.text.slice(end, count.start - sentence.start) : ''
  if (!count || count.isApproximate || gap.length > LONGEST || /[;.]|\b(?:average|mean|each|per)\b/i.test(gap))
    return null
  const column = columnOf(grid, sentence)
  if (column === null) return null
  const rows = monthRows(grid).slice(from, to + 1)
  const values = rows.flatMap(({ values: { [column]: value } }) => (value?.unit === 'count' ? [value.value] : []))
  const sum = sumOf(values)
  if (values.length < rows.length || isSame(sum, count.value) || Math.abs(sum - count.value) > sum * MOST_OFF)
    return null
  return {
    at: sentence,
    also: rows[0]?.row ?? null,
    place: sentence.passage.place,
    kind: 'text-table',
    message: `The months of ${grid.table.place} for “${words}” add up to ${shown(sum)}, not ${count.text}.`,
    computation: `${values.map((value) => shown(value)).join(' + ')} = ${shown(sum)}`,
    expected: shown(sum),
    severity: 'error',
    confidence: 0.86,
  }
}

const LONGEST = 50
/** A number further off is of something else. */
const MOST_OFF = 0.4

/** The only column of counts, or the one that the sentence names. */
function columnOf(grid: Grid, sentence: Sentence): number | null {
  const columns = grid.heads.flatMap((head, at) =>
    /%|per\s?cent|rate|change|net|difference|total/i.test(head) ||
    !grid.rows.some(({ values }) => values[at]?.unit === 'count')
      ? []
      : [{ head, at }],
  )
  const said = new Set(tokensIn(sentence.text).map(({ word }) => word))
  const named = columns.filter(({ head }) => tokensIn(head).some(({ word }) => said.has(word)))
  const [own, other] = columns.length === 1 ? columns : named
  return own && !other ? own.at : null
}
