import { type Grid, isYearLike } from '../../grid.ts'
import { yearNamed } from '../../near.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { factsOf, startOf } from '../../words/facts.ts'

/** Tables labelled with another year than theirs: years that don't follow each other, years to come, the total of another year. */
export const labelledYears: Rule = (studied) =>
  studied.grids.flatMap((grid) => {
    const said = outOfOrder(grid, studied) ?? ofAnotherYear(studied, grid)
    return said === null
      ? []
      : [
          located(studied, {
            at: said.at,
            also: said.also,
            place: grid.table.place,
            kind: 'label',
            message: said.message,
            expected: said.expected,
            severity: 'warning',
            confidence: said.confidence,
          }),
        ]
  })

interface Wrong {
  at: Span
  also: Span | null
  message: string
  expected: string | null
  confidence: number
}

const FEWEST = 3

/** `2022 | 2023 | 2025`: years a step apart, but for one. */
function outOfOrder(grid: Grid, { period }: Studied): Wrong | null {
  const years = grid.heads.flatMap((head, at) => {
    const year = isYearLike(head) ? yearNamed(head) : null
    return year === null ? [] : [{ head, at, year }]
  })
  const row = grid.table.rows[0]
  if (years.length < FEWEST || !row || new Set(years.map(({ year }) => year)).size < years.length) return null
  const steps = years.slice(1).map(({ year }, at) => year - (years[at]?.year ?? NaN))
  const sign = steps.filter((step) => step > 0).length >= steps.length / 2 ? 1 : -1
  const odd = steps.filter((step) => step !== sign)
  const isEnd = steps[0] !== sign || steps.at(-1) !== sign
  const last = years.reduce((most, one) => (one.year > most.year ? one : most))
  const isToCome = period !== null && last.year > period.startYear
  if (
    odd.length !== 1 ||
    !isEnd ||
    (!isToCome && steps.length < FEWEST) ||
    /target|forecast|plan/i.test(grid.heads.join(' '))
  )
    return null
  return {
    at: row,
    also: null,
    message: `The years of the columns do not follow each other: ${years.map(({ head }) => head).join(', ')}.`,
    expected: null,
    confidence: 0.84,
  }
}

/** `Children by age, 31 March 2020`, whose total is the number of another year. */
function ofAnotherYear(studied: Studied, grid: Grid): Wrong | null {
  const words = `${grid.table.caption ?? ''} ${grid.corner}`
  const named = [...words.matchAll(/March ((?:19|20)\d{2})|(?:19|20)\d{2}\s?[-/]\s?\d{2,4}/gi)].flatMap(
    ([text]) => startOf(text) ?? [],
  )
  const [year] = named
  const reported = studied.period?.startYear
  const total = grid.rows.find(({ isTotal }) => isTotal)
  if (year === undefined || named.length > 1 || reported === undefined || year === reported || !total) return null
  const isOf = (of: number, value: number) =>
    factsOf(studied).some(
      (fact) =>
        WHOLES.has(fact.measure) && fact.year === of && fact.value === value && fact.at.start !== total.row.start,
    )
  const value = total.values.find((one) => one !== null && one.unit === 'count' && isOf(reported, one.value))
  const isKnown = year > reported || !total.values.some((one) => one !== null && isOf(year, one.value))
  if (!value || !isKnown) return null
  return {
    at: captionOf(studied, grid) ?? total.row,
    also: total.row,
    message: `The total, ${value.cell.text.trim()}, is that of the year to March ${reported + 1}, not of March ${year + 1}.`,
    expected: `March ${reported + 1}`,
    confidence: 0.83,
  }
}

const WHOLES = new Set(['children looked after at the year end', 'reviews held'])

/** Where the caption stands, or the head of the column of labels. */
function captionOf({ report }: Studied, { table, corner }: Grid): Span | null {
  const words = table.caption ?? corner
  const start = words === '' ? -1 : report.text.lastIndexOf(words, table.end)
  return start === -1 ? null : { start, end: start + words.length }
}
