import { CHART_WIDTH, FONT_SIZE, INK, type Chart, type ChartData, chartOf, chartSvg, valueWriter } from './chart.ts'
import { fillDefinitions, fillOf } from './fills.ts'
import { element, escaped, rounded } from './svg.ts'

/** How many people stand in each row. */
export const PEOPLE = 10

const WIDTH = 44
const HEIGHT = 66
const LABEL_HEIGHT = FONT_SIZE + 12
const GAP = 22

/** How many of ten people a share fills in: a share that is not nothing fills one, and one that is not all leaves one. */
export function peopleFilled(percent: number): number {
  const filled = Math.round(percent / PEOPLE)
  if (percent > 0 && filled === 0) return 1
  return percent < 100 && filled === PEOPLE ? PEOPLE - 1 : filled
}

/** Ten people in a row for each share, of whom as many are filled in as the share says: for who does not read percentages. */
export function peopleRows(data: ChartData): Chart {
  const write = valueWriter(data)
  const rowHeight = LABEL_HEIGHT + HEIGHT + GAP
  const rows = data.categories.map((category, index) => {
    const value = data.series[0]?.values[index] ?? null
    const top = index * rowHeight
    const label = element('text', { x: 1, y: top + FONT_SIZE, 'font-weight': 'bold' }, escaped(category))
    const people = Array.from({ length: PEOPLE }, (_, place) =>
      person(data.id, place * WIDTH, top + LABEL_HEIGHT, place < peopleFilled(value ?? 0)),
    )
    const text = element(
      'text',
      { x: PEOPLE * WIDTH + 12, y: top + LABEL_HEIGHT + HEIGHT / 2 + FONT_SIZE / 3, 'font-weight': 'bold' },
      escaped(write(value)),
    )
    return label + people.join('') + text
  })
  const height = Math.max(1, data.categories.length) * rowHeight
  return chartOf(data, chartSvg(data, CHART_WIDTH, Math.ceil(height), fillDefinitions(data.id, 1), rows.join('')))
}

/** A head on shoulders. */
function person(chartId: string, left: number, top: number, isFilled: boolean): string {
  const middle = left + WIDTH / 2
  const paint = isFilled ? fillOf(chartId, 0) : { class: 'chart-mark-open', fill: '#ffffff', stroke: INK, 'stroke-width': 1.5 } // prettier-ignore
  const shoulders = `M${rounded(middle - 15)},${rounded(top + HEIGHT - 3)} v-16 a15,15 0 0 1 30,0 v16 z`
  return (
    element('circle', { cx: rounded(middle), cy: rounded(top + 14), r: 11, ...paint }) +
    element('path', { d: shoulders, ...paint })
  )
}
