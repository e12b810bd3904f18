import type { Cell, Row, Table } from '../../documents/block.ts'
import { valuePrinted } from '../../figures/print.ts'
import { listed } from '../../kernel/words.ts'
import { type Measure, type YearFigures, valued } from './measure.ts'
import type { Comparator, ReportYear } from './reportYear.ts'
import { FOLLOWED } from './followed.ts'
import { measureValue } from './sentences.ts'
import { EMPTY, cell, unsourced } from './tables.ts'

/** The followed figures of up to five years; null where there is no third year, or where the year is not over. */
export function trendTable(year: ReportYear): Table | null {
  if (!year.before || year.earlier.length === 0 || !year.isWholeYear) return null
  const years = [...year.earlier, year.before, year.now]
  const rows = FOLLOWED.flatMap((id): Row[] => {
    const label = year.now.measures.get(id)?.label
    const measures = years.map((one) => valued(one, id))
    if (label === undefined || measures.every((measure) => measure === null)) return []
    return [{ heading: label, cells: measures.map((measure, at) => valueCell(years[at], measure)), isTotal: false }]
  })
  return rows.length === 0
    ? null
    : {
        kind: 'table',
        caption: `Main figures, ${years[0]?.name ?? ''} to ${year.now.name}`,
        headings: ['Measure', ...years.map(({ name }) => name)],
        rows,
        notes: [
          'Each year is worked out by this year’s definitions, from what is known now. A dash means that the year has no such figure.',
        ],
      }
}

const valueCell = (year: YearFigures | undefined, measure: Measure | null): Cell =>
  year && measure ? cell(year, measure, 'value', measureValue(measure)) : EMPTY

const GROUPS = [
  { group: 'TARGET', label: 'Target' },
  { group: 'STATISTICAL_NEIGHBOURS', label: 'Statistical neighbours' },
  { group: 'REGION', label: 'Region' },
  { group: 'ENGLAND', label: 'England' },
]

/**
 * The year's figures beside its targets and other authorities' numbers. Null where there are none, or where the year is
 * not over: theirs are of whole years.
 */
export function comparatorTable(year: ReportYear): Table | null {
  if (!year.isWholeYear) return null
  const groups = GROUPS.filter(({ group }) => year.comparators.some((one) => one.group === group))
  const rows = [...year.now.measures.keys()].flatMap((id): Row[] => {
    const measure = valued(year.now, id)
    const beside = year.comparators.filter(
      (one) => one.figure === id && groups.some(({ group }) => group === one.group),
    )
    if (!measure || beside.length === 0) return []
    return [
      {
        heading: measure.label,
        cells: [
          valueCell(year.now, measure),
          ...groups.map(({ group }) =>
            comparatorCell(
              measure,
              beside.find((one) => one.group === group),
            ),
          ),
        ],
        isTotal: false,
      },
    ]
  })
  return rows.length === 0
    ? null
    : {
        kind: 'table',
        caption: `Targets and comparators, ${year.now.name}`,
        headings: ['Measure', year.now.name, ...groups.map(({ label }) => label)],
        rows,
        notes: sourcesOf(year),
      }
}

/** Whether a figure has come up to its target; null where nobody may say, or neither more nor less of it is better. */
export function isTargetMet(
  { value, betterWhen }: Pick<Measure, 'value' | 'betterWhen'>,
  target: number,
): boolean | null {
  if (typeof value !== 'number' || betterWhen === null) return null
  return betterWhen === 'higher' ? value >= target : value <= target
}

/** Which of the year's targets were met, and which were not; of shares that may not be shown nothing is said. */
export function targetsText(year: ReportYear): string[] {
  if (!year.isWholeYear) return []
  const judged = year.comparators.flatMap(({ group, figure, value: target }) => {
    const measure = group === 'TARGET' ? valued(year.now, figure) : null
    const isMet = measure && isTargetMet(measure, target)
    return measure && isMet !== null ? [{ label: `“${measure.label}”`, isMet }] : []
  })
  const saying = (said: string, isMet: boolean) => {
    const labels = judged.filter((one) => one.isMet === isMet).map(({ label }) => label)
    return labels.length === 0 ? [] : [`${said}: ${listed(labels)}.`]
  }
  return [...saying('Targets met', true), ...saying('Targets not met', false)]
}

const comparatorCell = (measure: Measure, other: Comparator | undefined): Cell =>
  other ? unsourced(valuePrinted(other.value, measure.unit, measure.decimals)) : EMPTY

/** Where each group's numbers come from, each source once. */
function sourcesOf(year: ReportYear): string[] {
  const texts = GROUPS.flatMap(({ group, label }) =>
    year.comparators.filter((one) => one.group === group).map(({ source }) => `${label}: ${source}.`),
  )
  return [...new Set(texts)]
}
