import { scaleLinear, scalePoint } from 'd3-scale'
import {
  CHART_WIDTH,
  FONT_SIZE,
  GRID,
  INK,
  type Chart,
  type ChartData,
  chartOf,
  chartSvg,
  valueWriter,
} from './chart.ts'
import { element, escaped, rounded } from './svg.ts'

const PLOT_HEIGHT = 180
const AXIS_WIDTH = 56
const LABELS_HEIGHT = FONT_SIZE + 14
const COLOUR = '#12436d'

/**
 * A control chart: the first series as points joined by a line, the others, limits and a centre, each dashed in its own way,
 * with a key above. Where a value is not known, the line is broken. Only the first and last category are written: the table
 * has them all.
 */
export function controlLines(data: ChartData): Chart {
  const known = data.series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  const key = keyOf(data.series.map(({ label }) => label))
  const top = KEY_HEIGHT + 12
  const bottom = top + PLOT_HEIGHT
  const y = scaleLinear([Math.min(0, ...known), Math.max(1, ...known)], [bottom, top]).nice(4)
  const x = scalePoint(data.categories, [AXIS_WIDTH + 8, CHART_WIDTH - 8])
  const at = (category: string): number => rounded(x(category) ?? AXIS_WIDTH)
  const [values, ...limits] = data.series
  const write = valueWriter(data)
  const axis = y.ticks(4).map((value) => {
    const height = rounded(y(value))
    return (
      element('path', { class: 'chart-grid', d: `M${AXIS_WIDTH},${height} H${CHART_WIDTH}`, stroke: value === 0 ? INK : GRID }) + // prettier-ignore
      element(
        'text',
        { x: AXIS_WIDTH - 8, y: height + FONT_SIZE / 3, 'text-anchor': 'end' },
        escaped(write(value).replace(/\.0(?=%)/, '')),
      )
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
  const dashed = limits.map(({ values: limit }, index) => element('path', { ...dashedLine(index + 1), d: line(limit) }))
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
    key + axis.join('') + dashed.join('') + path + points.join('') + labels,
  )
  return chartOf(data, svg)
}

const KEY_HEIGHT = FONT_SIZE * 1.5
const SAMPLE = 30
/** Lower limit, middle, upper limit: told apart without colour. */
const DASHES = ['7 4', '2 4', '12 3 2 3']

const dashedLine = (series: number) => ({
  class: 'chart-line-1',
  fill: 'none',
  stroke: INK,
  'stroke-width': 1.5,
  'stroke-dasharray': DASHES[(series - 1) % DASHES.length] ?? '',
})

/** What each line is, side by side above the plot. */
function keyOf(labels: readonly string[]): string {
  const width = CHART_WIDTH / labels.length
  const y = FONT_SIZE / 2 + 2
  return labels
    .map((label, index) => {
      const left = rounded(index * width)
      const d = `M${left},${y} h${SAMPLE}`
      const sample = index === 0 ? { class: 'chart-line-0', fill: 'none', stroke: COLOUR, 'stroke-width': 2 } : dashedLine(index) // prettier-ignore
      return (
        element('path', { ...sample, d }) +
        element('text', { x: left + SAMPLE + 6, y: y + FONT_SIZE / 3 }, escaped(label))
      )
    })
    .join('')
}
