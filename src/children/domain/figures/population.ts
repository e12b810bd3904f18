import type { Figure } from '../../../figures/figure.ts'
import { isUnaccompaniedOn } from '../unaccompanied.ts'
import { type World, lookedAfter } from '../world.ts'
import { breakdownFigures } from './breakdowns.ts'
import { placementFigures } from './placementShares.ts'
import { childRecord } from './records.ts'
import { populationAged0To17 } from './residents.ts'

const AREA = 'Children looked after'
const RETURN = 'SSDA903 return'

/** Figures of the children looked after on the day of the count. `kpi-definitions` section 9 and 10. */
export const populationFigures: readonly Figure<World>[] = [
  {
    id: 'cla.count',
    standsFirst: 100,
    area: AREA,
    label: 'Children looked after at the year end',
    unit: 'count',
    definition:
      'Children looked after on 31 March (or the day asked for): an episode has begun and has not ended by the end of that day. Short breaks are left out.',
    source: RETURN,
    records: (world) => lookedAfter(world).map((child) => childRecord(child, world)),
    betterWhen: null,
  },
  {
    id: 'cla.rate_per_10k',
    area: AREA,
    label: 'Children looked after for every 10,000 residents aged under 18',
    unit: 'number',
    definition: 'Children looked after at the year end, divided by residents aged 0 to 17, times 10,000.',
    source: 'SSDA903 return; Office for National Statistics mid-year estimate',
    records: (world) => lookedAfter(world).map((child) => childRecord(child, world)),
    per: 10_000,
    denominator: populationAged0To17,
    betterWhen: null,
  },
  ...breakdownFigures,
  {
    id: 'cla.uasc',
    area: AREA,
    label: 'Unaccompanied asylum-seeking children at the year end',
    unit: 'count',
    definition:
      'Children looked after on the day of the count who are listed as unaccompanied and whose status has not ceased by then.',
    source: RETURN,
    records: (world) =>
      lookedAfter(world)
        .filter(({ history }) => isUnaccompaniedOn(history.record, world.snapshotOn))
        .map((child) => childRecord(child, world)),
    betterWhen: null,
  },
  ...placementFigures,
]
