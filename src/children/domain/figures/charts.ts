import { horizontalBars } from '../../../charts/bars.ts'
import type { Chart } from '../../../charts/chart.ts'
import { valueOf } from '../../../figures/compute.ts'
import { rounded } from '../../../figures/print.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { World } from '../world.ts'
import { byPlacementGroup } from './breakdowns.ts'

/** Where children live on the day of the count, beside the year before; null where nobody is looked after. */
export function placementsChart(now: World, before: World | null): Chart | null {
  const value = valueOf(byPlacementGroup, now)
  if (value.breakdown.length === 0) return null
  const earlier = before && new Map(valueOf(byPlacementGroup, before).breakdown.map((item) => [item.key, item.value]))
  return horizontalBars({
    id: 'placements',
    title: `Where children live, ${longDate(now.snapshotOn)}`,
    description: `${rounded(value.value ?? 0, 0)} children by kind of placement${before ? `, beside ${longDate(before.snapshotOn)}` : ''}.`,
    categoryHeading: 'Placement',
    categories: value.breakdown.map((item) => item.label),
    series: [
      { label: longDate(now.snapshotOn), values: value.breakdown.map((item) => item.value) },
      ...(before && earlier
        ? [{ label: longDate(before.snapshotOn), values: value.breakdown.map(({ key }) => earlier.get(key) ?? 0) }]
        : []),
    ],
  })
}
