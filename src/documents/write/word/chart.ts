import { ChartRun, type ChartRunOptions } from 'docx/charts'
import { plainDecimals } from '../../../figures/print.ts'
import type { NumberedChart } from '../../document.ts'
import { BLUE } from './styles.ts'

const WIDTH = 580
/** Told apart by lightness, so that a black and white print loses nothing. Second series: last year; late. */
const LAST_YEAR = '5B8DB8'
const LATE = 'D4A017'

/** The chart as Word's own, which keeps its numbers: a person who edits the report can restyle it. */
export function chartRun(chart: NumberedChart): ChartRun {
  const numberFormat = chart.unit === 'percent' ? percentFormat(chart) : '#,##0'
  const common = {
    categories: chart.categories,
    font: { name: 'Arial', color: '0B0C0C' },
    legend: chart.series.length > 1 ? { position: 'top' } : false,
    chartArea: { border: 'none' },
    altText: { name: `Figure ${chart.number}`, title: chart.title, description: chart.description },
  } satisfies Partial<ChartRunOptions>
  if (chart.shape === 'stacked_columns') {
    return new ChartRun({
      ...common,
      type: 'column',
      stacking: 'stacked',
      gapWidth: 45,
      series: named(chart, LATE),
      transformation: { width: WIDTH, height: 300 },
    })
  }
  if (chart.shape === 'control') {
    return new ChartRun({
      ...common,
      type: 'line',
      series: named(chart, LAST_YEAR),
      transformation: { width: WIDTH, height: 300 },
    })
  }
  return new ChartRun({
    ...common,
    type: 'bar',
    gapWidth: 60,
    series: named(chart, LAST_YEAR),
    categoryAxis: { reverseOrder: true },
    valueAxis: { visible: false, gridlines: false, minimum: 0, ...(chart.unit === 'percent' && { maximum: 100 }) },
    dataLabels: { value: true, numberFormat },
    transformation: { width: WIDTH, height: 70 + chart.categories.length * (18 + 18 * chart.series.length) },
  })
}

/** Whole percentages beside people, as in the other formats, where each may be read so. */
const percentFormat = ({ shape, series }: NumberedChart): string =>
  shape === 'people' &&
  series.every(({ values }) => values.every((value) => value === null || plainDecimals(value) === 0))
    ? '0"%"'
    : '0.0"%"'

const named = (chart: NumberedChart, second: string) =>
  chart.series.map((series, index) => ({
    name: series.label,
    values: [...series.values],
    color: index === 0 ? BLUE : second,
  }))
