import type { ReportingYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureValue } from '../../figures/figure.ts'
import type { FigureChart } from '../../house/charts.ts'
import type { FigureList } from '../../world/figures.ts'
import { type ContextFact, context } from '../../children/registers/context.ts'
import { recordsOf } from '../../world/world.ts'
import { itemPrinted, partsPrinted, valuePrinted } from '../../figures/print.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import {
  spanInWords,
  valueInWords,
  changeInWords,
  comparisonOf,
  leftOutInWords,
  targetInWords,
  chanceInWords,
} from './figures.words.ts'

/** The worlds that a page of figures compares; `before` is null where the year before is not imported. */
export interface ComparedWorlds {
  now: World
  before: World | null
}

/** All that a page of figures shows of them, as rooms hand them over. */
export interface ShownFigures {
  figures: FigureList<World>
  charts: readonly FigureChart<World>[]
}

/** All that figures.njk shows. `years`: the years that are imported. */
export function figuresPage(
  { figures, charts }: ShownFigures,
  { now, before }: ComparedWorlds,
  years: readonly ReportingYear[],
  code: string,
) {
  const values = figures.valuesIn(now)
  const earlier = new Map(before ? figures.valuesIn(before).map((value) => [value.id, value]) : [])
  const lastYear = before ? yearCounted(before) : ''
  const targets = targetsIn(now)
  const isPartYear = isBefore(now.snapshotOn, now.year.lastDay)
  const lines = values.map((value) => ({
    ...lineOf(value, earlier.get(value.id) ?? null, now.year, lastYear, code),
    // A target is of a whole year: a count of a part of one is not set beside it.
    target: isPartYear && value.unit !== 'percent' ? '' : targetInWords(value, targets.get(value.id)),
  }))
  return {
    title: `Figures of ${now.year.name}`,
    span: spanInWords(now),
    years: yearLinks(years, now.year, code),
    isPartYear,
    hasLastYear: before !== null,
    lastYear,
    highlights: readFirst(figures.all).flatMap(({ id }) => lines.find((line) => line.id === id) ?? []),
    charts: charts.map(({ draw }) => draw(now, before)).filter((chart) => chart !== null),
    areas: [...new Set(values.map((value) => value.area))].map((area) => ({
      name: area,
      lines: lines.filter((line) => line.area === area && line.parts.length === 0),
      tables: lines.filter((line) => line.area === area && line.parts.length > 0),
    })),
    csvHref: authorityPath(code, 'figures', `${now.year.name}.csv`),
  }
}

/** What a director reads first, in that order. */
const readFirst = (figures: readonly Figure<World>[]): Figure<World>[] =>
  figures
    .filter(({ standsFirst }) => standsFirst !== undefined)
    .sort((a, b) => (a.standsFirst ?? 0) - (b.standsFirst ?? 0))

/** `2022-23`, or its days that are counted where that is not all of them. */
export const yearCounted = ({ year, snapshotOn }: World): string =>
  isBefore(snapshotOn, year.lastDay) ? `${longDate(year.firstDay)} to ${longDate(snapshotOn)}` : year.name

const yearLinks = (years: readonly ReportingYear[], current: ReportingYear, code: string) =>
  [...years]
    .sort((a, b) => b.startYear - a.startYear)
    .map(({ name, startYear }) => ({
      name,
      href: authorityPath(code, 'figures', name),
      isCurrent: startYear === current.startYear,
    }))

/** The targets set for the year, by figure. */
const targetsIn = (world: World): ReadonlyMap<string, ContextFact> =>
  new Map(
    recordsOf(world, context)
      .filter(({ group, year }) => group === 'TARGET' && year === world.year.name)
      .map((row) => [row.measure, row]),
  )

function lineOf(value: FigureValue, before: FigureValue | null, year: ReportingYear, lastYear: string, code: string) {
  const href = authorityPath(code, 'figures', year.name, value.id)
  const change = changeInWords(value, before)
  return {
    id: value.id,
    area: value.area,
    label: value.label,
    href,
    value: valueInWords(value),
    printed: value.value === null ? 'not available' : valuePrinted(value.value, value.unit, value.decimals),
    share: partsPrinted(value) ?? '',
    reason: value.reason ?? '',
    before: before === null ? '' : valueInWords(before),
    change,
    comparison: comparisonOf(change, lastYear),
    chance: chanceInWords(value, before),
    leftOut: leftOutInWords(value),
    parts: value.breakdown.map((item) => ({
      label: item.label,
      value: itemPrinted(item, value.decimals),
      href: withQuery(href, { key: item.key }),
      before: before === null ? '' : partBefore(before, item.key),
    })),
  }
}

function partBefore({ unit, breakdown, decimals }: FigureValue, key: string): string {
  const item = breakdown.find((one) => one.key === key)
  if (item) return itemPrinted(item, decimals)
  // A share of nothing is none.
  return unit === 'percent' ? '' : '0'
}

/** The newest year to open the figures on: the latest imported that has begun. */
export function newestYear(years: readonly ReportingYear[]): ReportingYear | null {
  return [...years].sort((a, b) => b.startYear - a.startYear)[0] ?? null
}

/** All figures of the year as a table to take away, its columns named in the first row. */
export const figuresTable = (values: readonly FigureValue[]) => [
  ['id', 'area', 'label', 'unit', 'key', 'value', 'numerator', 'denominator', 'reason'],
  ...values.flatMap((value) => [
    [value.id, value.area, value.label, value.unit, '', value.value, value.numerator, value.denominator, value.reason],
    ...value.breakdown.map((item) => [value.id, value.area, item.label, value.unit, item.key, item.value, item.numerator ?? null, item.denominator ?? null, null]), // prettier-ignore
  ]),
]
