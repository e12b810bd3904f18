import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { itemPrinted } from '../../figures/print.ts'
import { longDate } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { detailNames } from '../tables.ts'
import { detailWords } from './detail.view.ts'
import { type ComparedWorlds, yearCounted } from './figures.view.ts'
import { chanceInWords, changeInWords, spanInWords, valueInWords } from './figures.words.ts'
import { factsOf, breakdownChart } from './figure.facts.ts'

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
