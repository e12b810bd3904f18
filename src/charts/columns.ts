import { scaleBand, scaleLinear } from 'd3-scale'
import { CHART_WIDTH, FONT_SIZE, GRID, INK, type Chart, type ChartData, chartOf, chartSvg } from './chart.ts'
import { fillDefinitions, fillOf, legend } from './fills.ts'
import { element, escaped, rounded } from './svg.ts'

const PLOT_HEIGHT = 240
const AXIS_WIDTH = 48
const LABELS_HEIGHT = FONT_SIZE + 14

/** How several series stand in one category: on each other, as parts of a whole, or beside each other. */
export type ColumnLayout = 'stacked' | 'side_by_side'

/** Upright columns along a time: one a category, labelled below; at most about thirteen fit a label each. */
export function columns(data: ChartData, layout: ColumnLayout): Chart {
  const key = legend(
    data.id,
    data.series.map((series) => series.label),
    1,
  )
  const top = key.height + 12
  const y = scaleLinear([0, largestColumn(data, layout)], [top + PLOT_HEIGHT, top]).nice(5)
  const x = scaleBand(data.categories, [AXIS_WIDTH, CHART_WIDTH]).paddingInner(0.3).paddingOuter(0.15)
  const parts = data.categories.map((category, index) => {
    const left = x(category) ?? AXIS_WIDTH
    const label = element(
      'text',
      { x: rounded(left + x.bandwidth() / 2), y: top + PLOT_HEIGHT + FONT_SIZE + 4, 'text-anchor': 'middle' },
      escaped(category),
    )
    return columnsOfCategory(data, layout, index, left, x.bandwidth(), y) + label
  })
  const svg = chartSvg(
    data,
    CHART_WIDTH,
    Math.ceil(top + PLOT_HEIGHT + LABELS_HEIGHT),
    fillDefinitions(data.id, data.series.length),
    key.svg + valueAxis(y) + parts.join(''),
  )
  return chartOf(data, svg)
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

function largestColumn(data: ChartData, layout: ColumnLayout): number {
  const heights = data.categories.map((_, index) => {
    const values = data.series.map((series) => series.values[index] ?? 0)
    return layout === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values)
  })
  return Math.max(1, ...heights)
}

function columnsOfCategory(
  data: ChartData,
  layout: ColumnLayout,
  index: number,
  left: number,
  width: number,
  y: Scale,
): string {
  const eachWidth = layout === 'stacked' ? width : width / data.series.length
  let base = 0
  const drawn = data.series.map((series, seriesIndex) => {
    const value = series.values[index] ?? 0
    const from = layout === 'stacked' ? base : 0
    base += value
    if (value === 0) return ''
    return element('rect', {
      x: rounded(left + (layout === 'stacked' ? 0 : seriesIndex * eachWidth)),
      y: rounded(y(from + value)),
      width: rounded(eachWidth),
      height: rounded(y(from) - y(from + value)),
      ...fillOf(data.id, seriesIndex),
    })
  })
  return drawn.join('')
}

/** Lines across at round numbers. Only whole ones: the columns count things. */
function valueAxis(y: Scale): string {
  const ticks = y.ticks(5).filter(Number.isInteger)
  const lines = ticks.map((value) => {
    const height = rounded(y(value))
    return (
      element('path', {
        class: 'chart-grid',
        d: `M${AXIS_WIDTH},${height} H${CHART_WIDTH}`,
        stroke: value === 0 ? INK : GRID,
      }) +
      element('text', { x: AXIS_WIDTH - 8, y: height + FONT_SIZE / 3, 'text-anchor': 'end' }, escaped(String(value)))
    )
  })
  return lines.join('')
}
