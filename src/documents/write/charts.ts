import { horizontalBars } from '../../charts/bars.ts'
import type { Chart, ChartData, ChartTable } from '../../charts/chart.ts'
import { columns } from '../../charts/columns.ts'
import { controlLines } from '../../charts/control.ts'
import { peopleRows } from '../../charts/people.ts'
import { plainDecimals, rounded } from '../../figures/print.ts'
import type { NumberedChart } from '../document.ts'

/** The chart as SVG that stands by itself, with its title and description inside. */
export const chartSvg = (chart: NumberedChart): string => drawn(chart).svg

/** What the chart draws, as a table. */
export const chartTable = (chart: NumberedChart): ChartTable => drawn(chart).table

function drawn(chart: NumberedChart): Chart {
  const { id, title, description, categoryHeading, categories, series, unit, missing = 'not known' } = chart
  const data: ChartData = {
    id,
    title,
    description,
    categoryHeading,
    categories,
    series,
    format: chartValue(chart),
    missing,
    ...(unit === 'percent' && { scaleEnd: 100 }),
  }
  switch (chart.shape) {
    case 'bars':
      return horizontalBars(data)
    case 'stacked_columns':
      return columns(data, 'stacked')
    case 'control':
      return controlLines(data)
    case 'people':
      return peopleRows(data)
  }
}

/** Whole percentages beside people, who stand for tenths. */
const chartValue =
  ({ unit, shape }: NumberedChart) =>
  (value: number) =>
    unit === 'percent' ? `${rounded(value, shape === 'people' ? plainDecimals(value) : 1)}%` : rounded(value, 0)
