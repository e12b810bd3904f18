import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import type { Chart } from '../../charts/chart.ts'
import { horizontalBars } from '../../charts/bars.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureRecord, FigureValue } from '../../figures/figure.ts'
import { itemPrinted, rounded, valuePrinted } from '../../figures/print.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { detailNames } from '../tables.ts'
import { detailWords } from './detail.view.ts'
import {
  type ComparedWorlds,
  chanceInWords,
  changeInWords,
  comparatorsInWords,
  spanInWords,
  valueInWords,
  yearCounted,
} from './figures.view.ts'

/** What the records of a figure are narrowed to, as it stands in the address. Empty text: not narrowed. */
export const recordFilters = z.object({ child: textFilter, key: textFilter, counts: textFilter, page: pageFilter })
export type RecordFilters = z.infer<typeof recordFilters>

/** The records that the filters leave; none where the figure can't be worked out. */
export function narrowedRecords(figure: Figure<World>, world: World, filters: RecordFilters): FigureRecord[] {
  const records = figure.records(world)
  if (typeof records === 'string') return []
  const child = filters.child.toLowerCase()
  return records.filter(
    (record) =>
      record.child.toLowerCase().includes(child) &&
      (filters.key === '' || ((figure.unit === 'percent' || record.counts) && record.key === filters.key)) &&
      (filters.counts === '' || record.counts === (filters.counts === 'yes')),
  )
}

/** All that figure.njk shows. */
export function figurePage(
  figure: Figure<World>,
  { now, before }: ComparedWorlds,
  filters: RecordFilters,
  code: string,
) {
  const value = valueOf(figure, now)
  const earlier = before && valueOf(figure, before)
  const path = authorityPath(code, 'figures', now.year.name, figure.id)
  const records = narrowedRecords(figure, now, filters)
  const page = pageOf(records, filters.page, (number) => withQuery(path, { ...filters, page: number }), ['record'])
  const details = detailNames(records)
  const inWords = detailWords(now)
  const hasDue = records.some((record) => record.due !== null)
  return {
    title: value.label,
    back: { text: `All figures of ${now.year.name}`, href: authorityPath(code, 'figures', now.year.name) },
    year: now.year.name,
    span: spanInWords(now),
    value: valueInWords(value),
    reason: withoutStop(value.reason),
    lastYear: earlier && {
      name: yearCounted(before),
      value: valueInWords(earlier),
      change: changeInWords(value, earlier),
      isRounded: value.decimals > 0,
      chance: chanceInWords(value, earlier),
    },
    facts: factsOf(figure, value, now),
    chart: breakdownChart(value, earlier, now, before),
    action: path,
    filters,
    selects: {
      counts: selectItems(
        'All records',
        [
          { value: 'yes', text: 'Only those that count' },
          { value: 'no', text: 'Only those that do not' },
        ],
        filters.counts,
      ),
      key: selectItems(
        'All of them',
        value.breakdown.map((item) => ({
          value: item.key,
          text: `${item.label} (${itemPrinted(item, value.decimals)})`,
        })),
        filters.key,
      ),
    },
    hasKeys: value.breakdown.length > 0,
    isFiltered: [filters.child, filters.key, filters.counts].some(Boolean),
    clearHref: path,
    csvHref: withQuery(authorityPath(code, 'figures', now.year.name, `${figure.id}.csv`), { ...filters, page: '' }),
    columns: [
      'Child',
      'What',
      'Date',
      ...(hasDue ? ['Due'] : []),
      'Counts',
      ...(figure.breakdown ? ['Under'] : []),
      ...details,
    ],
    rows: page.items.map((record) => {
      const detail = record.detail()
      return {
        child: record.child,
        // A record of an officer or of a month is of no child.
        href:
          record.child === ''
            ? null
            : withQuery(authorityPath(code, 'children', record.child), { asAt: now.snapshotOn.toString() }),
        cells: [
          capitalised(record.kind),
          longDate(record.date),
          ...(hasDue ? [record.due ? longDate(record.due) : ''] : []),
          record.counts ? 'Yes' : 'No',
          ...(figure.breakdown ? [record.key === null ? '' : figure.breakdown.label(record.key)] : []),
          ...details.map((name) => inWords(name, detail[name] ?? null)),
        ],
      }
    }),
    summary: page.summary,
    pagination: page.pagination,
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Reasons end with a stop, and the page ends the sentence. */
const withoutStop = (reason: string | null): string | null => reason?.replace(/\.+$/, '') ?? null

function factsOf(figure: Figure<World>, value: FigureValue, world: World): { key: string; value: string }[] {
  const records = figure.records(world)
  const counting = typeof records === 'string' ? 0 : records.filter((record) => record.counts).length
  return [
    { key: 'Definition', value: value.definition },
    { key: 'Source', value: figure.source },
    ...comparatorsInWords(value, world),
    ...(typeof records === 'string'
      ? []
      : [
          {
            key: 'Records',
            value: `${counted(counting, 'record')} ${counting === 1 ? 'counts' : 'count'}, ${rounded(records.length - counting, 0)} ${records.length - counting === 1 ? 'does' : 'do'} not`,
          },
        ]),
    ...(value.leftOut ? [{ key: 'Left out, not known', value: rounded(value.leftOut, 0) }] : []),
    ...(value.unit === 'number' && value.denominator !== null
      ? [{ key: 'Divided by', value: rounded(value.denominator, 0) }]
      : []),
    { key: 'Id', value: figure.id },
  ]
}

function breakdownChart(
  value: FigureValue,
  earlier: FigureValue | null,
  now: World,
  before: World | null,
): Chart | null {
  if (value.breakdown.length === 0) return null
  const lastYear = earlier && new Map(earlier.breakdown.map((item) => [item.key, item.value]))
  return horizontalBars({
    id: 'breakdown',
    title: `${value.label}, ${now.year.name}`,
    description: `${valuePrinted(value.value ?? 0, value.unit, value.decimals)} in all. The largest: ${value.breakdown.reduce((most, item) => (item.value > most.value ? item : most)).label}.`,
    categoryHeading: 'Under',
    ...(value.unit === 'percent' && { format: (share: number) => valuePrinted(share, 'percent', value.decimals) }),
    categories: value.breakdown.map((item) => item.label),
    series: [
      { label: yearCounted(now), values: value.breakdown.map((item) => item.value) },
      ...(lastYear && before
        ? [{ label: yearCounted(before), values: value.breakdown.map((item) => lastYear.get(item.key) ?? 0) }]
        : []),
    ],
  })
}
