import { monthName } from '../../../kernel/dates.ts'
import type { Cell, ChartBlock, Row, Table } from '../../../documents/block.ts'
import { type Measure, type Shown, type YearFigures, rest, tellsSomething, valued } from '../measure.ts'
import { yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { measureValue, numberText, partsText, shareText } from '../sentences.ts'
import { EMPTY, cell, unsourced } from '../tables.ts'

const ROWS = [
  { figure: 'reviews.first_on_time', heading: 'First review' },
  { figure: 'reviews.second_on_time', heading: 'Second review' },
  { figure: 'reviews.later_on_time', heading: 'Third or subsequent review' },
  { figure: 'reviews.on_time', heading: 'All reviews' },
]

/** Reviews on time and late, by which review of the period of care it was. */
export function reviewsTable(year: ReportYear): Table | null {
  const rows = ROWS.flatMap(({ figure, heading }): Row[] => {
    const now = valued(year.now, figure)
    if (!now || !tellsSomething(now)) return []
    const before = valued(year.before, figure)
    const cells = [...partCells(year.now, now), ...(year.before ? beforeCells(year.before, before) : [])]
    return [{ heading, cells, isTotal: figure === 'reviews.on_time' }]
  })
  if (rows.length === 0) return null
  return {
    kind: 'table',
    caption: `Reviews held on time and late, ${yearNames(year)}`,
    headings: [
      'Review',
      'Held',
      'On time',
      'Late',
      'Share on time',
      ...(year.before ? [`On time ${when(year.before)}`, `Share ${when(year.before)}`] : []),
    ],
    rows,
    notes: [],
  }
}

const when = ({ name, span }: YearFigures): string => (span === name ? `in ${name}` : span)

const beforeCells = (year: YearFigures, measure: Measure | null): Cell[] =>
  measure
    ? [cell(year, measure, 'parts', partsText(measure)), cell(year, measure, 'value', measureValue(measure))]
    : [EMPTY, EMPTY]

function partCells(year: YearFigures, measure: Measure): Cell[] {
  const number = (part: 'numerator' | 'denominator' | 'rest', value: Shown | null) =>
    cell(year, measure, part, numberText(value ?? 0))
  return [
    number('denominator', measure.denominator),
    number('numerator', measure.numerator),
    number('rest', rest(measure)),
    cell(year, measure, 'value', measureValue(measure)),
  ]
}

/** Reviews by the month in which they were held, on time and late on each other. */
export function monthsChart(year: ReportYear): ChartBlock | null {
  const months = year.lateness?.months ?? []
  if (months.length < 2) return null
  return {
    kind: 'chart',
    shape: 'stacked_columns',
    title: `Reviews held by month, ${year.now.span}`,
    description: 'One column a month, reviews held late on top of those held on time. The table has the numbers.',
    categoryHeading: 'Month',
    categories: months.map(({ month }) => monthOf(month).slice(0, 3)),
    series: [
      { label: 'On time', values: months.map(({ onTime }) => onTime) },
      { label: 'Late', values: months.map(({ late }) => late) },
    ],
    unit: 'count',
  }
}

/** A share of fewer reviews than this says little of a month. */
const FEWEST_IN_MONTH = 10

/** The months with the lowest and the highest share on time, each where it is one; empty where too few months tell. */
export function monthsRange(year: ReportYear): string {
  const months = (year.lateness?.months ?? [])
    .map(({ month, onTime, late }) => ({ month, onTime, of: onTime + late, share: onTime / (onTime + late) }))
    .filter(({ of }) => of >= FEWEST_IN_MONTH)
    .toSorted((a, b) => a.share - b.share)
  const [lowest, highest] = [months[0], months.at(-1)]
  if (!lowest || !highest || lowest.share === highest.share) return ''
  const isAlone = ({ share }: { share: number }) => months.filter((one) => one.share === share).length === 1
  const told = ({ month, onTime, of }: { month: string; onTime: number; of: number }, which: string) =>
    `Of the months with ${FEWEST_IN_MONTH} reviews or more, ${monthOf(month)} ${month.slice(0, 4)} had the ${which} share on time: ${shareText(onTime, of, 'review')}.`
  return [
    ...(isAlone(lowest) ? [told(lowest, 'lowest')] : []),
    ...(isAlone(highest) ? [told(highest, 'highest')] : []),
  ].join(' ')
}

export function monthsTable(year: ReportYear): Table | null {
  const months = year.lateness?.months ?? []
  if (months.length === 0) return null
  return {
    kind: 'table',
    caption: `Reviews with a known due date by the month in which they were held, ${year.now.span}`,
    headings: ['Month', 'Held', 'On time', 'Late'],
    rows: months.map(({ month, onTime, late }) => ({
      heading: `${monthOf(month)} ${month.slice(0, 4)}`,
      cells: [counted(onTime + late), counted(onTime), counted(late)],
      isTotal: false,
    })),
    notes: [],
  }
}

/** The late reviews by how late they were: a list by number, since a list by child belongs in no report. */
export function daysLateTable(year: ReportYear): Table | null {
  const bands = year.lateness?.bands ?? []
  if (bands.length === 0) return null
  return {
    kind: 'table',
    caption: `Late reviews by calendar days after the due date, ${year.now.span}`,
    headings: ['How late', 'Reviews'],
    rows: [
      ...bands.map(({ label, late }): Row => ({ heading: label, cells: [counted(late)], isTotal: false })),
      { heading: 'Total', cells: [counted(bands.reduce((sum, { late }) => sum + late, 0))], isTotal: true },
    ],
    notes: [],
  }
}

const monthOf = (month: string): string => monthName(Number(month.slice(5)))
const counted = (count: number): Cell => unsourced(numberText(count))
