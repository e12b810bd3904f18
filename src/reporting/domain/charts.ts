import type { ChartBlock } from '../../documents/block.ts'
import { type Measure, type Shown, keyValue, valued } from './measure.ts'
import { mergedKeys } from './mergedKeys.ts'
import type { ReportYear } from './reportYear.ts'
import { mostCommonText, numberText } from './sentences.ts'

/** One category to draw: its number, and last year's; null where last year has none that may be shown. */
interface Bar {
  label: string
  now: number
  before: number | null
}

/**
 * Bars of a figure's keys, last year's beside this year's. Null where there are fewer than two keys to draw: a
 * sentence says that better. Of more than `most` keys only the largest are drawn, largest first.
 */
export function breakdownChart(
  year: ReportYear,
  id: string,
  title: string,
  categoryHeading: string,
  most = Infinity,
): ChartBlock | null {
  const now = valued(year.now, id)
  if (!now || now.value === 'c' || now.value < FEWEST_TO_DRAW) return null
  const yearBefore = valued(year.before, id)
  // What is not divided has no keys, not keys of 0.
  const before = yearBefore && (yearBefore.breakdown.length > 0 || yearBefore.value === 0) ? yearBefore : null
  const bars = mergedKeys(now, before)
    .map(({ key, label }) => ({ label, value: keyValue(now, key), then: before && keyValue(before, key) }))
    .filter(({ value, then }) => value !== 0 || (then !== null && then !== 0 && then !== 'c'))
    .flatMap(({ label, value, then }) => barOf(label, value, then))
  if (bars.length < 2) return null
  const drawn = bars.length > most ? bars.sort((a, b) => b.now - a.now).slice(0, most) : bars
  const isAll = drawn.length === bars.length && areAllShown(now)
  const description = [
    `Bars, one for each of ${numberText(drawn.length)} groups.`,
    isAll ? '' : 'Other groups are smaller, or not shown.',
    mostCommonText(now, 3, LARGEST),
  ]
  return chartOf(year, drawn, {
    title,
    description: description.filter((text) => text !== '').join(' '),
    categoryHeading,
    unit: 'count',
  })
}

/** Whether each group of a figure may be shown: then those that are drawn add up to the whole. */
export const areAllShown = ({ breakdown }: Measure): boolean => breakdown.every(({ value }) => value !== 'c')

/** Bars of fewer than this, or of a share of fewer, say less than a sentence. */
const FEWEST_TO_DRAW = 10

const LARGEST = { all: 'All are in one:', one: 'The largest is', several: 'The largest are' }

/** Bars of figures of one unit, last year's beside this year's. Null where there are fewer than two, or all are of few. */
export function measuresChart(year: ReportYear, ids: readonly string[], title: string): ChartBlock | null {
  const measures = ids
    .flatMap((id) => valued(year.now, id) ?? [])
    .filter(({ denominator }) => typeof denominator !== 'number' || denominator >= FEWEST_TO_DRAW)
  const bars = measures.flatMap(({ id, label, value }) => barOf(label, value, valued(year.before, id)?.value ?? null))
  if (bars.length < 2) return null
  const unit = measures[0]?.unit === 'percent' ? 'percent' : 'count'
  if (unit === 'count' && bars.every(({ now, before }) => Math.max(now, before ?? 0) < FEWEST_TO_DRAW)) return null
  const description = 'Bars of the numbers in the table, to compare them at a glance.'
  return chartOf(year, bars, { title, description, categoryHeading: 'Measure', unit })
}

/** The bar of a number; none where it is hidden, since it would look like a bar of nothing. */
const barOf = (label: string, now: Shown, before: Shown | null): Bar[] =>
  now === 'c' ? [] : [{ label, now, before: before === 'c' ? null : before }]

function chartOf(
  year: ReportYear,
  bars: readonly Bar[],
  wording: Pick<ChartBlock, 'title' | 'description' | 'categoryHeading' | 'unit'>,
): ChartBlock {
  const series: { label: string; values: (number | null)[] }[] = [
    { label: year.now.span, values: bars.map((bar) => bar.now) },
  ]
  if (year.before && bars.some((bar) => bar.before !== null)) {
    series.push({ label: year.before.span, values: bars.map((bar) => bar.before) })
  }
  const categories = bars.map((bar) => bar.label)
  return { kind: 'chart', shape: 'bars', ...wording, categories, series, missing: 'not shown' }
}
