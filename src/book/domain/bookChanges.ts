import type { Block, ChartBlock } from '../../documents/block.ts'
import type { Book } from './book.ts'
import type { ControlChart } from './control.ts'
import { verdictText } from './verdictText.ts'
import { MONTHS_CHARTED } from './windows.ts'

/** Each figure that has months, those first of which the months tell something. */
export function changes({ lines }: Book): Block[] {
  const charted = lines.flatMap(({ id, label, unit, chart }) => (chart ? [{ id, label, unit, chart }] : []))
  const isNews = ({ chart }: { chart: ControlChart }) => ['unusual_months', 'shift'].includes(chart.verdict.kind)
  const quiet = charted.filter(({ chart }) => chart.verdict.kind === 'no_real_change')
  return [
    {
      kind: 'paragraph',
      text: `Each figure that counts what happened is followed over as many months as are known, at most ${MONTHS_CHARTED}, as they are known now. A month that lies within the dashed lines differs from the others by no more than chance would give; the lines are wider where a month has fewer records.`,
    },
    ...charted
      .filter(isNews)
      .flatMap(({ id, label, unit, chart }): Block[] => [
        { kind: 'heading', text: label },
        { kind: 'paragraph', text: verdictText(chart.verdict) },
        controlBlock(id, label, unit === 'percent' ? 'percent' : 'count', chart),
      ]),
    ...(quiet.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: 'No real change' },
          { kind: 'list' as const, items: quiet.map(({ label }) => label) },
        ]),
  ]
}

const controlBlock = (
  id: string,
  label: string,
  unit: ChartBlock['unit'],
  { points, centre }: ControlChart,
): Block => ({
  kind: 'chart',
  shape: 'control',
  title: `${label}, by month`,
  description: `Each month’s value (${id}), the middle of all months, and the limits of what chance alone would give.`,
  categoryHeading: 'Month',
  categories: points.map(({ month }) => month),
  series: [
    { label: 'Value', values: points.map(({ value }) => value) },
    { label: 'Lower limit', values: points.map(({ lower }) => lower) },
    { label: 'Middle', values: points.map(() => centre) },
    { label: 'Upper limit', values: points.map(({ upper }) => upper) },
  ],
  unit,
})
