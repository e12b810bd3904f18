import type { ChartBlock } from '../../documents/block.ts'
import { type Measure, type Shown, keyValue, valued } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { mostCommonText, numberText } from './sentences.ts'

/** One category to draw: its number, and last year's; null where last year has none. */
interface Bar {
  label: string
  now: Shown
  before: Shown | null
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
  const bars = now.breakdown
    .filter((item) => item.value !== 0)
    .map(({ key, label, value }): Bar => ({ label, now: value, before: before && keyValue(before, key) }))
    .filter(isShown)
  if (bars.length < 2) return null
  const drawn = bars.length > most ? bars.sort((a, b) => Number(b.now) - Number(a.now)).slice(0, most) : bars
  const largest = mostCommonText(now, 3, LARGEST)
  const description = `Bars, one for each of ${numberText(drawn.length)} groups. ${largest}`.trim()
  return chartOf(year, drawn, { title, description, categoryHeading, unit: 'count' })
}

/** Bars of fewer than this, or of a share of fewer, say less than a sentence. */
const FEWEST_TO_DRAW = 10

const LARGEST = { all: 'All are in one:', one: 'The largest is', several: 'The largest are' }

/** Bars of figures of one unit, last year's beside this year's. Null where the year has none of them. */
export function measuresChart(year: ReportYear, ids: readonly string[], title: string): ChartBlock | null {
  const measures = ids
    .flatMap((id) => valued(year.now, id) ?? [])
    .filter(({ denominator }) => typeof denominator !== 'number' || denominator >= FEWEST_TO_DRAW)
  const bars = measures.map(barOf(year)).filter(isShown)
  if (bars.length === 0) return null
  const description = 'Bars of the numbers in the table, to compare them at a glance.'
  const unit = measures[0]?.unit === 'percent' ? 'percent' : 'count'
  return chartOf(year, bars, { title, description, categoryHeading: 'Measure', unit })
}

const barOf =
  (year: ReportYear) =>
  (measure: Measure & { value: Shown }): Bar => ({
    label: measure.label,
    now: measure.value,
    before: valued(year.before, measure.id)?.value ?? null,
  })

/** A bar that is hidden would look like a bar of nothing. */
const isShown = (bar: Bar): boolean => bar.now !== 'c' && bar.before !== 'c'

const heightOf = (number: Shown | null): number | null => (number === 'c' ? null : number)

function chartOf(
  year: ReportYear,
  bars: readonly Bar[],
  wording: Pick<ChartBlock, 'title' | 'description' | 'categoryHeading' | 'unit'>,
): ChartBlock {
  const series = [{ label: year.now.span, values: bars.map((bar) => heightOf(bar.now)) }]
  if (year.before && bars.some((bar) => bar.before !== null)) {
    series.push({ label: year.before.span, values: bars.map((bar) => heightOf(bar.before)) })
  }
  return { kind: 'chart', shape: 'bars', ...wording, categories: bars.map((bar) => bar.label), series }
}
