import type { Located } from '../../finding.ts'
import type { Grid, GridRow } from '../../grid.ts'
import { type Rule, located } from '../../studied.ts'

const LEAST_PRINTED = 5

/** About people who work for the service, and about things: nobody is a child in them. */
const NO_CHILDREN =
  /\b(?:IRO|IROs|officers?|staff|managers?|experience|qualif\w+|posts?|FTE|WTE|workforce|vacanc\w+|budget|spend|cost|panels?|training|page|priority|target|caseloads?|audits?|compliments?|complaints?|disputes?|challenges?|escalations?|alerts?|themes?|survey|feedback|forms?)\b/i
const CHILDREN =
  /\b(?:child|children|young|CLA|LAC|UASC|looked after|reviews?|placements?|care|boys?|girls?|male|female|aged?|ethnic\w*|asylum|adopt\w*|missing|orders?|disab\w*|PN\d|white|asian|black|mixed)\b/i

/** Tables about children that print counts from 1 to 4: one finding a table. Source: the DfE's rules on small numbers. */
export const smallCells: Rule = (studied) =>
  studied.grids.flatMap((grid): Located[] => {
    const around = `${grid.table.caption ?? ''} ${grid.table.place} ${grid.corner} ${grid.heads.join(' ')}`
    const labels = grid.rows.map(({ label }) => label).join(' ')
    if (
      NO_CHILDREN.test(around.replaceAll(/\breviewing officers?\b/gi, '')) ||
      !CHILDREN.test(`${around} ${labels}`) ||
      grid.rows.filter(({ label }) => NO_CHILDREN.test(label)).length > grid.rows.length / 3
    )
      return []
    const small = grid.rows.flatMap((row) => smallIn(grid, row))
    const [first] = small
    if (!first) return []
    const cells = small.map(
      ({ row, at }) => `${row.label}${grid.heads[at] ? `, ${grid.heads[at]}` : ''}: ${row.texts[at] ?? ''}`,
    )
    const others = small.length > 1 ? ` There are ${small.length} such cells in the table.` : ''
    return [
      located(studied, {
        at: first.row.row,
        place: grid.table.place,
        kind: 'small-cell',
        message: `A count under five can tell who somebody is: hide or join it before the report is published.${others}`,
        computation: cells.slice(0, 8).join('; '),
        expected: null,
        severity: 'note',
        confidence: 0.85,
      }),
    ]
  })

/** `1`, `2`, `3` and so on: the numbers of sections or of priorities. */
const numbersRows = ({ rows }: Grid, at: number): boolean => {
  const values = rows.flatMap(({ values }) => values[at]?.value ?? [])
  return values.length >= FEWEST_NUMBERED && values.every((value, index) => value === index + 1)
}

const FEWEST_NUMBERED = 4

const smallIn = (grid: Grid, row: GridRow): { row: GridRow; at: number }[] =>
  row.values.flatMap((value, at) => {
    const isCount =
      value?.unit === 'count' &&
      value.decimals === 0 &&
      !numbersRows(grid, at) &&
      !/%|rate|per |average|mean|change|diff|target|rank/i.test(grid.heads[at] ?? '')
    const isPercentRow =
      row.values.some((other) => other?.unit === 'percent' && other !== value) && /%|rate/i.test(row.label)
    return isCount &&
      !isPercentRow &&
      !/\b(?:change|net|difference)\b/i.test(row.label) &&
      value.value >= 1 &&
      value.value < LEAST_PRINTED
      ? [{ row, at }]
      : []
  })
