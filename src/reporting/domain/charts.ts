import type { ChartBlock } from './block.ts'
import { type Measure, type Shown, keyValue, valued } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { largestKeys, mostCommonText, numberText } from './sentences.ts'

/** What a chart draws of a number: nothing where it is hidden. */
const drawn = (number: Shown): number | null => (number === 'c' ? null : number)

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
  if (!now) return null
  const shown = now.breakdown.filter((item) => item.value !== 0 && item.value !== 'c')
  if (shown.length < 2) return null
  const items = shown.length > most ? largestKeys(now, most) : shown
  const before = valued(year.before, id)
  const seriesOf = (label: string, measure: Measure) => ({
    label,
    values: items.map((item) => drawn(keyValue(measure, item.key))),
  })
  return {
    kind: 'chart',
    shape: 'bars',
    title,
    description: `Bars, one for each of ${numberText(items.length)} groups. ${mostCommonText(now, 3, 'The largest is', 'The largest are')}`,
    categoryHeading,
    categories: items.map((item) => item.label),
    series: [seriesOf(year.now.name, now), ...(before && year.before ? [seriesOf(year.before.name, before)] : [])],
    unit: 'count',
  }
}

/** Bars of figures of one unit, last year's beside this year's. Null where the year has none of them. */
export function measuresChart(year: ReportYear, ids: readonly string[], title: string): ChartBlock | null {
  const measures = ids.flatMap((id) => {
    const measure = valued(year.now, id)
    return measure && measure.value !== 'c' ? [measure] : []
  })
  if (measures.length === 0) return null
  const before = year.before
  const series = [{ label: year.now.name, values: measures.map((measure) => drawn(measure.value)) }]
  if (before) {
    series.push({
      label: before.name,
      values: measures.map((measure) => drawn(valued(before, measure.id)?.value ?? 'c')),
    })
  }
  return {
    kind: 'chart',
    shape: 'bars',
    title,
    description: 'Bars of the numbers in the table, to compare them at a glance.',
    categoryHeading: 'Measure',
    categories: measures.map((measure) => measure.label),
    series,
    unit: measures[0]?.unit === 'percent' ? 'percent' : 'count',
  }
}
