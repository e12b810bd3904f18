import type { ReportingYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureValue } from '../../figures/figure.ts'
import type { FigureChart } from '../../house/charts.ts'
import type { FigureList } from '../../world/figures.ts'
import { type ContextFact, context } from '../../children/registers/context.ts'
import { areAlike } from '../../figures/alike.ts'
import { isMoreThanChance } from '../../figures/chance.ts'
import { recordsOf } from '../../world/world.ts'
import { changePrinted, itemPrinted, partsPrinted, rounded, valuePrinted } from '../../figures/print.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'

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

/** `1 April 2022 to 31 March 2023`, or up to the day of the count where the year has not ended. */
export const spanInWords = ({ year, snapshotOn }: World): string =>
  isBefore(snapshotOn, year.lastDay)
    ? `${longDate(year.firstDay)} to ${longDate(snapshotOn)}, a year not yet over`
    : `${longDate(year.firstDay)} to ${longDate(year.lastDay)}`

const yearLinks = (years: readonly ReportingYear[], current: ReportingYear, code: string) =>
  [...years]
    .sort((a, b) => b.startYear - a.startYear)
    .map(({ name, startYear }) => ({
      name,
      href: authorityPath(code, 'figures', name),
      isCurrent: startYear === current.startYear,
    }))

/** `97.9%, 184 of 188`; the reason where there is no value. */
export function valueInWords(value: FigureValue): string {
  if (value.value === null) return 'not available'
  const parts = partsPrinted(value)
  return `${valuePrinted(value.value, value.unit, value.decimals)}${parts === null ? '' : `, ${parts}`}`
}

/** How the value differs from the year before, in words; empty where one of them is not known. */
export function changeInWords(value: FigureValue, before: FigureValue | null): string {
  if (value.value === null || before?.value === undefined || before.value === null) return ''
  return areAlike(value, before) ? changePrinted(value.value, before.value, value.unit, value.decimals) : NOT_COMPARED
}

/** `2 more than 2021-22`; empty where nothing is compared. */
function comparisonOf(change: string, lastYear: string): string {
  if (change === '' || change === NOT_COMPARED) return change
  return `${change} ${change === 'no change' ? 'from' : 'than'} ${lastYear}`
}

const NOT_COMPARED = 'not compared: too many are left out'

/** `3 left out, not known`; empty where none is. */
const leftOutInWords = ({ value, leftOut }: FigureValue): string =>
  value === null || !leftOut ? '' : `${rounded(leftOut, 0)} left out, since it is not known`

/** The targets set for the year, by figure. */
const targetsIn = (world: World): ReadonlyMap<string, ContextFact> =>
  new Map(
    recordsOf(world, context)
      .filter(({ group, year }) => group === 'TARGET' && year === world.year.name)
      .map((row) => [row.measure, row]),
  )

/** `Target 98.0% (service plan)`; empty where none is set. */
const targetInWords = ({ unit, decimals }: FigureValue, target: ContextFact | undefined): string =>
  target ? `Target ${valuePrinted(target.value, unit, decimals)} (${target.source})` : ''

const GROUPS: Readonly<Record<ContextFact['group'], string>> = {
  TARGET: 'Target',
  STATISTICAL_NEIGHBOURS: 'Statistical neighbours',
  REGION: 'The region',
  ENGLAND: 'England',
  AUTHORITY: 'As published for the authority',
}

/** The target of a figure and other authorities' numbers, each with its year and source: this year's, or the latest before. */
export function comparatorsInWords(value: FigureValue, world: World): { key: string; value: string }[] {
  const rows = recordsOf(world, context).filter(({ measure, year }) => measure === value.id && year <= world.year.name)
  const groups = [...new Set(rows.map(({ group }) => group))]
  return groups.flatMap((group) => {
    const latest = rows.filter((row) => row.group === group).reduce((one, other) => (other.year > one.year ? other : one)) // prettier-ignore
    const printed = valuePrinted(latest.value, value.unit, value.decimals)
    return [{ key: GROUPS[group], value: `${printed} (${latest.year}; ${latest.source})` }]
  })
}

/** Whether chance alone could give the change of a share from the year before; empty where nobody can tell. */
export function chanceInWords(value: FigureValue, before: FigureValue | null): string {
  const share = ({ unit, numerator, denominator }: FigureValue) =>
    unit === 'percent' && numerator !== null && denominator !== null ? { numerator, denominator } : null
  const [now, then] = [share(value), before && share(before)]
  if (!now || !then || !before || value.value === before.value || !areAlike(value, before)) return ''
  return isMoreThanChance(now, then) === true
    ? 'A larger change than chance alone would give'
    : 'Chance alone could give this change'
}

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
