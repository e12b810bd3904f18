import { horizontalBars } from '../../charts/bars.ts'
import type { ChartData } from '../../charts/chart.ts'
import { columns } from '../../charts/columns.ts'
import { rounded } from '../../figures/print.ts'
import type { NumberedChart } from '../document.ts'

/** The chart as SVG that stands by itself, with its title and description inside. */
export function chartSvg(chart: NumberedChart): string {
  const data: ChartData = {
    id: chart.id,
    title: chart.title,
    description: chart.description,
    categoryHeading: chart.categoryHeading,
    categories: chart.categories,
    series: chart.series,
    format: chartValue(chart.unit),
  }
  return (chart.shape === 'bars' ? horizontalBars(data) : columns(data, 'stacked')).svg
}

const chartValue = (unit: NumberedChart['unit']) => (value: number) =>
  unit === 'percent' ? `${rounded(value, 1)}%` : rounded(value, 0)
