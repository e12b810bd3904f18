import { FONT_SIZE } from './chart.ts'
import { element, escaped } from './svg.ts'

/**
 * How series are told apart: by pattern first, so that print, high contrast and colour-blind readers lose nothing.
 * The colours contrast with white by more than 3 to 1 and with each other.
 */
const STYLES = [
  { colour: '#12436d', marks: '' },
  { colour: '#a8422b', marks: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4' },
  { colour: '#1f7a70', marks: 'M0,2 h8 M0,6 h8' },
  { colour: '#5b4a9c', marks: 'M2,0 v8 M6,0 v8' },
] as const

function styleOf(index: number): (typeof STYLES)[number] {
  return STYLES[index % STYLES.length] ?? STYLES[0]
}

/** The patterns that the series of this chart need, named after the chart so that two charts share a page. */
export function fillDefinitions(chartId: string, seriesCount: number): string {
  const patterns = Array.from({ length: seriesCount }, (_, index) => {
    const { colour, marks } = styleOf(index)
    if (marks === '') return ''
    return element(
      'pattern',
      { id: patternId(chartId, index), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      element('rect', { class: 'chart-ground', width: 8, height: 8, fill: '#ffffff' }),
      element('path', { class: `chart-line-${index}`, d: marks, stroke: colour, 'stroke-width': 2.5, fill: 'none' }),
    )
  })
  return element('defs', {}, patterns.join(''))
}

/** The attributes that paint an area of the series with this index. */
export function fillOf(chartId: string, index: number): Readonly<Record<string, string | number>> {
  const { colour, marks } = styleOf(index)
  return {
    class: `chart-area-${index}`,
    fill: marks === '' ? colour : `url(#${patternId(chartId, index)})`,
    stroke: colour,
    'stroke-width': 1.5,
  }
}

const patternId = (chartId: string, index: number): string => `${chartId}-pattern-${index}`

const SWATCH = 18
/** One line a series, below each other: labels have any length and nothing measures text here. */
export function legend(chartId: string, labels: readonly string[], top: number): { svg: string; height: number } {
  if (labels.length < 2) return { svg: '', height: 0 }
  const lineHeight = FONT_SIZE * 1.5
  const lines = labels.map((label, index) => {
    const y = top + index * lineHeight
    return (
      element('rect', { x: 1, y, width: SWATCH, height: SWATCH, ...fillOf(chartId, index) }) +
      element('text', { x: SWATCH + 10, y: y + SWATCH - 3 }, escaped(label))
    )
  })
  return { svg: lines.join(''), height: labels.length * lineHeight + 8 }
}
