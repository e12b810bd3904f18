import type { World } from '../../children/domain/world.ts'
import type { Chart } from '../../charts/chart.ts'
import { horizontalBars } from '../../charts/bars.ts'
import type { Figure, FigureValue } from '../../figures/figure.ts'
import { rounded, valuePrinted } from '../../figures/print.ts'
import { counted } from '../../kernel/words.ts'
import { yearCounted } from './figures.view.ts'
import { comparatorsInWords } from './figures.words.ts'

/** What a figure is, in a list. */
export function factsOf(figure: Figure<World>, value: FigureValue, world: World): { key: string; value: string }[] {
  const records = figure.records(world)
  const counting = typeof records === 'string' ? 0 : records.filter((record) => record.counts).length
  return [
    { key: 'Definition', value: value.definition },
    { key: 'Source', value: figure.source },
    ...comparatorsInWords(value, world),
    ...(typeof records === 'string'
      ? []
      : [
          {
            key: 'Records',
            value: `${counted(counting, 'record')} ${counting === 1 ? 'counts' : 'count'}, ${rounded(records.length - counting, 0)} ${records.length - counting === 1 ? 'does' : 'do'} not`,
          },
        ]),
    ...(value.leftOut ? [{ key: 'Left out, not known', value: rounded(value.leftOut, 0) }] : []),
    ...(value.unit === 'number' && value.denominator !== null
      ? [{ key: 'Divided by', value: rounded(value.denominator, 0) }]
      : []),
    { key: 'Id', value: figure.id },
  ]
}

/** A figure by its parts, drawn. */
export function breakdownChart(
  value: FigureValue,
  earlier: FigureValue | null,
  now: World,
  before: World | null,
): Chart | null {
  if (value.breakdown.length === 0) return null
  const lastYear = earlier && new Map(earlier.breakdown.map((item) => [item.key, item.value]))
  return horizontalBars({
    id: 'breakdown',
    title: `${value.label}, ${now.year.name}`,
    description: `${valuePrinted(value.value ?? 0, value.unit, value.decimals)} in all. The largest: ${value.breakdown.reduce((most, item) => (item.value > most.value ? item : most)).label}.`,
    categoryHeading: 'Under',
    ...(value.unit === 'percent' && { format: (share: number) => valuePrinted(share, 'percent', value.decimals) }),
    categories: value.breakdown.map((item) => item.label),
    series: [
      { label: yearCounted(now), values: value.breakdown.map((item) => item.value) },
      ...(lastYear && before
        ? [{ label: yearCounted(before), values: value.breakdown.map((item) => lastYear.get(item.key) ?? 0) }]
        : []),
    ],
  })
}
