import type { FigureValue } from '../../figures/figure.ts'
import { type CellValue, toCsv } from '../../platform/csv.ts'
import type { WrittenBook } from '../app/performanceBook.ts'
import type { BookLine, Part } from '../domain/book.ts'
import { type Comparators, comparatorOf } from '../domain/comparators.ts'
import type { ControlChart } from '../domain/control.ts'
import { verdictText } from '../domain/verdictText.ts'
import { windowIds } from '../domain/windows.ts'

/** The book as JSON: each figure with its definition, over each window in which it counts, then each team's and officer's part. */
export function bookJson({ authority, book, comparators, knownAt }: WrittenBook): string {
  const content = {
    authority: authority.code,
    month: book.month,
    asAt: book.asAt.toString(),
    knownAt: knownAt?.toString() ?? null,
    windows: book.windows.map(({ id, label, firstDay, lastDay }) => ({
      id,
      label,
      from: firstDay.toString(),
      to: lastDay.toString(),
    })),
    figures: book.lines.map((line) => ({
      id: line.id,
      area: line.area,
      label: line.label,
      unit: line.unit,
      ...definitionOf(line),
      ...besideJson(comparators, line.id),
      ...overWindows((id) => line.values[id] && valueJson(line.values[id])),
      ...(line.chart && { chart: chartJson(line.chart) }),
    })),
    ...Object.fromEntries(
      book.divisions.map(({ id, slices }) => [
        `${id}s`,
        slices.map(({ key, name, lines }) => ({
          id: key,
          name,
          figures: lines.map(({ id: figure, parts }) => ({
            id: figure,
            ...overWindows((window) => parts[window] && partJson(parts[window])),
          })),
        })),
      ]),
    ),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}

/** The target, null where none is set, and other authorities' numbers. */
function besideJson(comparators: Comparators, id: string) {
  const target = comparatorOf(comparators, id, 'TARGET')
  const others = (comparators.get(id) ?? []).filter(({ group }) => group !== 'TARGET')
  return {
    target: target && { value: target.value, source: target.source, year: target.year },
    ...(others.length > 0 && { comparators: others }),
  }
}

const overWindows = (valueIn: (id: (typeof windowIds)[number]) => object | undefined) =>
  Object.fromEntries(windowIds.flatMap((id) => (valueIn(id) ? [[id, valueIn(id)]] : [])))

function definitionOf({ values }: BookLine): { definition?: string; version?: number } {
  const [value] = Object.values(values)
  return value ? { definition: value.definition, version: value.version } : {}
}

const valueJson = (value: FigureValue) => ({
  value: value.value,
  ...(value.reason !== null && { reason: value.reason }),
  ...(value.numerator !== null && { numerator: value.numerator, denominator: value.denominator }),
  ...(value.leftOut !== null && { leftOut: value.leftOut }),
  ...(value.breakdown.length > 0 && { breakdown: value.breakdown }),
})

const partJson = ({ counting, of }: Part) =>
  of === null ? { value: counting } : { value: shareOf(counting, of), numerator: counting, denominator: of }

const shareOf = (counting: number, of: number): number | null => (of === 0 ? null : (100 * counting) / of)

const chartJson = (chart: ControlChart) => ({
  centre: chart.centre,
  verdict: chart.verdict.kind,
  says: verdictText(chart.verdict),
  months: chart.points.map(({ month, counting, of, value, lower, upper }) => ({
    month,
    value,
    ...(of !== null && { numerator: counting, denominator: of }),
    lower,
    upper,
  })),
})

const HEADS = ['by', 'name', 'id', 'label', 'unit', 'window', 'from', 'to', 'key', 'value', 'numerator', 'denominator', 'left_out', 'reason'] // prettier-ignore

/** The book as CSV: a row for each figure and window, for each key of a breakdown, and for each team's and officer's part. */
export function bookCsv({ book }: WrittenBook): string {
  const rows = book.windows.flatMap(({ id: window, firstDay, lastDay }): CellValue[][] => {
    const days = [window, firstDay.toString(), lastDay.toString()]
    const ofService = book.lines.flatMap(({ id, label, unit, values }) => {
      const value = values[window]
      if (!value) return []
      const { numerator, denominator, leftOut, reason, breakdown } = value
      return [
        ['service', '', id, label, unit, ...days, '', value.value, numerator, denominator, leftOut, reason],
        ...breakdown.map((item) => ['service', '', id, item.label, unit, ...days, item.key, item.value, null, null, null, null]), // prettier-ignore
      ]
    })
    const units = new Map(book.lines.map(({ id, unit }) => [id, unit]))
    const ofSlices = book.divisions.flatMap(({ id: by, slices }) =>
      slices.flatMap(({ name, lines }) =>
        lines.flatMap(({ id, label, parts }) => {
          const part = parts[window]
          if (!part) return []
          const value = part.of === null ? part.counting : shareOf(part.counting, part.of)
          const ofShare = part.of === null ? [null, null] : [part.counting, part.of]
          return [[by, name, id, label, units.get(id) ?? '', ...days, '', value, ...ofShare, null, null]]
        }),
      ),
    )
    return [...ofService, ...ofSlices]
  })
  return toCsv([HEADS, ...rows])
}
