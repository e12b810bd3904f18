import { scaleLinear, scalePoint } from 'd3-scale'
import { CHART_WIDTH, FONT_SIZE, GRID, INK, type Chart, type ChartData, chartOf, chartSvg } from './chart.ts'
import { element, escaped, rounded } from './svg.ts'

const PLOT_HEIGHT = 180
const AXIS_WIDTH = 56
const LABELS_HEIGHT = FONT_SIZE + 14
const COLOUR = '#12436d'

/**
 * A control chart: the first series as points joined by a line, the others, limits and a centre, as dashed lines. Where a
 * value is not known, the line is broken. Only the first and last category are written: the table has them all.
 */
export function controlLines(data: ChartData): Chart {
  const known = data.series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  const top = 12
  const bottom = top + PLOT_HEIGHT
  const y = scaleLinear([Math.min(0, ...known), Math.max(1, ...known)], [bottom, top]).nice(4)
  const x = scalePoint(data.categories, [AXIS_WIDTH + 8, CHART_WIDTH - 8])
  const at = (category: string): number => rounded(x(category) ?? AXIS_WIDTH)
  const [values, ...limits] = data.series
  const axis = y.ticks(4).map((value) => {
    const height = rounded(y(value))
    return (
      element('path', { class: 'chart-grid', d: `M${AXIS_WIDTH},${height} H${CHART_WIDTH}`, stroke: value === 0 ? INK : GRID }) + // prettier-ignore
      element('text', { x: AXIS_WIDTH - 8, y: height + FONT_SIZE / 3, 'text-anchor': 'end' }, escaped(String(value)))
    )
  })
  const line = (all: readonly (number | null)[]): string => {
    let isJoined = false
    return data.categories
      .map((category, index) => {
        const value = all[index] ?? null
        const step = value === null ? '' : `${isJoined ? 'L' : 'M'}${at(category)},${rounded(y(value))}`
        isJoined = value !== null
        return step
      })
      .join('')
  }
  const dashed = limits.map(
    ({ values: limit }) =>
    element('path', { class: 'chart-line-1', d: line(limit), fill: 'none', stroke: INK, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' }), // prettier-ignore
  )
  const points = data.categories.flatMap((category, index) => {
    const value = values?.values[index] ?? null
    return value === null
      ? []
      : element('circle', { class: 'chart-area-0', cx: at(category), cy: rounded(y(value)), r: 4, fill: COLOUR })
  })
  const path = element('path', { class: 'chart-line-0', d: line(values?.values ?? []), fill: 'none', stroke: COLOUR, 'stroke-width': 2 }) // prettier-ignore
  const label = (category: string | undefined, anchor: string, left: number): string =>
    category === undefined
      ? ''
      : element('text', { x: left, y: bottom + FONT_SIZE + 6, 'text-anchor': anchor }, escaped(category))
  const labels = label(data.categories[0], 'start', AXIS_WIDTH) + label(data.categories.at(-1), 'end', CHART_WIDTH)
  const svg = chartSvg(
    data,
    CHART_WIDTH,
    bottom + LABELS_HEIGHT,
    '',
    axis.join('') + dashed.join('') + path + points.join('') + labels,
  )
  return chartOf(data, svg)
}
