import { scaleLinear } from 'd3-scale'
import { CHART_WIDTH, FONT_SIZE, GRID, type Chart, type ChartData, chartOf, chartSvg, valueWriter } from './chart.ts'
import { fillDefinitions, fillOf, legend } from './fills.ts'
import { element, escaped, rounded } from './svg.ts'

const BAR_HEIGHT = 20
const BAR_GAP = 3
const CATEGORY_GAP = 14
const LABEL_LINE_HEIGHT = FONT_SIZE + 6
/** How many characters of this font are sure to fit the width. */
const LABEL_LENGTH = 58
const VALUE_WIDTH = 90

/**
 * Horizontal bars, one group a category, its label above them: so labels may be as long as the field's own words, and
 * stay readable on a telephone. Each bar carries its value.
 */
export function horizontalBars(data: ChartData): Chart {
  const write = valueWriter(data)
  const largest = Math.max(
    data.scaleEnd ?? 1,
    ...data.series.flatMap((series) => series.values.map((value) => value ?? 0)),
  )
  const length = scaleLinear([0, largest], [0, CHART_WIDTH - VALUE_WIDTH])
  const key = legend(
    data.id,
    data.series.map((series) => series.label),
    1,
  )
  const barsHeight = data.series.length * (BAR_HEIGHT + BAR_GAP) + CATEGORY_GAP
  let height = key.height
  const groups = data.categories.map((category, categoryIndex) => {
    const lines = linesOf(category)
    const top = height
    const barsTop = top + lines.length * LABEL_LINE_HEIGHT
    height = barsTop + barsHeight
    const bars = data.series.map((series, seriesIndex) => {
      const value = series.values[categoryIndex] ?? null
      const y = barsTop + seriesIndex * (BAR_HEIGHT + BAR_GAP)
      const width = rounded(length(value ?? 0))
      return (
        element('rect', { x: 1, y, width, height: BAR_HEIGHT, ...fillOf(data.id, seriesIndex) }) +
        element('text', { x: width + 9, y: y + BAR_HEIGHT - 4, 'font-weight': 'bold' }, escaped(write(value)))
      )
    })
    const label = lines.map((line, index) =>
      element('text', { x: 1, y: top + index * LABEL_LINE_HEIGHT + FONT_SIZE }, escaped(line)),
    )
    return label.join('') + bars.join('')
  })
  const axis = element('path', { class: 'chart-grid', d: `M1,${key.height} V${height}`, stroke: GRID })
  const svg = chartSvg(
    data,
    CHART_WIDTH,
    Math.ceil(height),
    fillDefinitions(data.id, data.series.length),
    axis + key.svg + groups.join(''),
  )
  return chartOf(data, svg)
}

/** A label in lines that fit: SVG does not break lines by itself. */
function linesOf(label: string): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && longer.length <= LABEL_LENGTH) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines
}
