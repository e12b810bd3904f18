import { reportingYearOf } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureRecord, FigureValue } from '../../figures/figure.ts'
import { type PlainDate, isWithin } from '../../kernel/dates.ts'
import { countedFrom } from '../../world/world.ts'
import { type ControlChart, type MonthPoint, controlChart } from './control.ts'
import type { Division } from './slices.ts'
import { type Window, type WindowId, windowIds, monthInWords, monthText, monthsCharted, windowsOf } from './windows.ts'

/** A figure's value over the days of a window; none where it does not count over such days. */
export type Values = Partial<Record<WindowId, FigureValue>>

/** How much of a figure is one team's or one officer's. */
export interface Part {
  counting: number
  /** Of how many; null for a count. */
  of: number | null
}

/** One figure, or one team's or officer's part of it, over the windows. */
export interface BookLine {
  id: string
  area: string
  label: string
  unit: Figure<World>['unit']
  values: Values
  /** Null where the months do not add up to the figure, as with a figure of one day. */
  chart: ControlChart | null
}

/** One team's or officer's figures. */
export interface Slice {
  key: string
  name: string
  /** `divides`: whether the figure only divides what another counts. */
  lines: readonly { id: string; label: string; divides: boolean; parts: Partial<Record<WindowId, Part>> }[]
}

/** A month's figures over its windows, for the service and divided. */
export interface Book {
  /** `2023-03`. */
  month: string
  asAt: PlainDate
  windows: readonly Window[]
  lines: readonly BookLine[]
  divisions: readonly { id: Division['id']; slices: readonly Slice[] }[]
}

type Records = readonly FigureRecord[] | string

/** A figure with its records of each window in which it counts. */
interface Counted {
  figure: Figure<World>
  records: Partial<Record<WindowId, Records>>
  values: Values
}

/**
 * The book of the month that begins on this day. `world` reaches back over all months that are charted, and is as at the
 * last day that is counted.
 */
export function writeBook(
  world: World,
  firstDay: PlainDate,
  figures: readonly Figure<World>[],
  divisions: readonly Division[],
): Book {
  const windows = windowsOf(firstDay, world.snapshotOn)
  const worlds = new Map(windows.map(({ id, firstDay: from }) => [id, countedFrom(world, from)]))
  const months = knownMonths(world, monthsCharted(firstDay))
  const charted = countedFrom(world, months[0] ?? firstDay)
  const counted = figures.map((figure) => countIn(figure, worlds))
  return {
    month: monthText(firstDay),
    asAt: world.snapshotOn,
    windows,
    lines: eachChartOnce(
      counted.map((one) => ({
        id: one.figure.id,
        area: areaOf(one),
        label: labelOf(one),
        unit: one.figure.unit,
        values: one.values,
        chart: chartOf(one, charted, months, windows),
      })),
    ),
    divisions: divisions.map((division) => ({ id: division.id, slices: slicesOf(counted, division) })),
  }
}

/** A figure that counts the same records as one before it, as one that divides them does, has no chart of its own. */
function eachChartOnce(lines: readonly BookLine[]): BookLine[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const points = line.chart?.points.map(({ counting, of }) => `${counting}/${of ?? ''}`).join(' ')
    if (points === undefined || !seen.has(points)) {
      if (points !== undefined) seen.add(points)
      return line
    }
    return { ...line, chart: null }
  })
}

/** In which windows a figure counts. */
const WINDOWS: Readonly<Record<NonNullable<Figure<World>['countedOver']>, readonly WindowId[]>> = {
  days: ['month', 'yearToDate', 'rolling'],
  day: ['snapshot'],
  year: ['yearToDate'],
}

function countIn(figure: Figure<World>, worlds: ReadonlyMap<WindowId, World>): Counted {
  const counted: Counted = { figure, records: {}, values: {} }
  for (const id of WINDOWS[figure.countedOver ?? 'days']) {
    const world = worlds.get(id)
    if (!world) continue
    const records = figure.records(world)
    counted.records[id] = records
    counted.values[id] = valueOf({ ...figure, records: () => records }, world)
  }
  return counted
}

/** What the figure stands under, in the authority's own words. */
const areaOf = ({ figure, values }: Counted): string => (values.snapshot ?? values.yearToDate ?? figure).area

/** The figure's name without its days: the head of a column says over which days it counts. */
const labelOf = ({ figure, values }: Counted): string =>
  (values.snapshot ?? values.yearToDate ?? figure).label
    .replaceAll(' in the year', '')
    .replace(/ (?:at the year end|on \d{1,2} [A-Z][a-z]+ \d{4})$/, '')

/** A control chart of the figure's months, where the months add up to what the figure says of the windows. */
function chartOf(
  { figure, values }: Counted,
  charted: World,
  months: readonly PlainDate[],
  windows: readonly Window[],
): ControlChart | null {
  if ((figure.countedOver ?? 'days') !== 'days' || figure.unit === 'number') return null
  const records = figure.records(charted)
  if (typeof records === 'string' || records.length === 0) return null
  const addsUp = windows.every(({ id, firstDay, lastDay }) => {
    const value = values[id]
    // Where the window is not known, as one that begins in a year without its return, the months that are may still be.
    if (!value || value.value === null) return true
    const within = records.filter(({ date }) => isWithin(date, firstDay, lastDay))
    const { counting, of } = partOf(within, figure.unit)
    return figure.unit === 'count'
      ? counting === value.value
      : of === (value.denominator ?? 0) && counting === (value.numerator ?? 0)
  })
  if (!addsUp) return null
  const byMonth = Map.groupBy(records, ({ date }) => monthText(date))
  // A figure of people on one day has all its records on that day.
  if (byMonth.size < 2) return null
  // Nothing is known of a figure before its first record.
  const first = months.findIndex((month) => byMonth.has(monthText(month)))
  const known = months.slice(first)
  return controlChart(
    known.map((month): MonthPoint => ({
      month: monthInWords(month),
      ...partOf(byMonth.get(monthText(month)) ?? [], figure.unit),
    })),
  )
}

/** The latest months of years whose returns follow one another: a figure of returns tells of no others. */
function knownMonths({ coverage }: World, months: readonly PlainDate[]): readonly PlainDate[] {
  if (coverage.length === 0) return months
  const isCovered = (month: PlainDate) => coverage.some(({ year }) => year === reportingYearOf(month).startYear)
  const known = months.slice(months.findLastIndex((month) => !isCovered(month)) + 1)
  return known.length === 0 ? months : known
}

function partOf(records: readonly FigureRecord[], unit: Figure<World>['unit']): Part {
  const counting = records.reduce((sum, { counts }) => sum + (counts ? 1 : 0), 0)
  return { counting, of: unit === 'percent' ? records.length : null }
}

/** Each team's or officer's part of each figure that has records of children, in order of name: nobody is ranked. */
function slicesOf(counted: readonly Counted[], division: Division): Slice[] {
  const slices = new Map<string, Map<string, Partial<Record<WindowId, Part>>>>()
  for (const { figure, records } of counted) {
    if (figure.unit === 'number') continue
    for (const window of windowIds) {
      const found = records[window]
      if (found === undefined || typeof found === 'string') continue
      for (const [key, theirs] of Map.groupBy(found, division.key)) {
        if (key === null || (division.only !== undefined && division.only !== key)) continue
        const lines = getOr(slices, key, () => new Map<string, Partial<Record<WindowId, Part>>>())
        getOr(lines, figure.id, (): Partial<Record<WindowId, Part>> => ({}))[window] = partOf(theirs, figure.unit)
      }
    }
  }
  return [...slices]
    .map(([key, lines]) => ({
      key,
      name: division.name(key),
      lines: counted.flatMap((one) => {
        const parts = lines.get(one.figure.id)
        return parts
          ? [{ id: one.figure.id, label: labelOf(one), divides: one.figure.breakdown !== undefined, parts }]
          : []
      }),
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.key.localeCompare(b.key))
}

function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
