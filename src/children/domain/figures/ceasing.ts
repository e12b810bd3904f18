import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { reasonsCeased } from '../codes.ts'
import { type World, ceasedInYear } from '../world.ts'
import { counted, rate } from './flowShape.ts'
import { byCode, endRecord, oncePerChild } from './records.ts'

const ends = (world: World) => ceasedInYear(world).map((end) => endRecord(end, world))

const endsFor = (world: World, reason: RegExp): FigureRecord[] =>
  ceasedInYear(world)
    .filter(({ period }) => reason.test(period.reasonCeased ?? ''))
    .map((end) => endRecord(end, world))

/** Figures of children ceasing to be looked after. `kpi-definitions` section 9, contract. */
export const ceasingFigures: readonly Figure<World>[] = [
  counted(
    {
      id: 'cla.ceased',
      standsFirst: 300,
      label: 'Children who ceased to be looked after in the year',
      definition: 'Children with at least one period of care that ended in the year, each counted once.',
    },
    (world) => oncePerChild(ends(world).reverse()).reverse(),
  ),
  counted(
    {
      id: 'cla.ceased_periods',
      label: 'Periods of care that ended in the year',
      definition: 'Every end counts. A child whose period ends on 31 March has ceased in the year.',
    },
    ends,
  ),
  rate(
    {
      id: 'cla.ceased_rate',
      label: 'Children who ceased to be looked after, for every 10,000 residents aged under 18',
      definition:
        'Children who ceased to be looked after in the year, divided by residents aged 0 to 17, times 10,000.',
    },
    (world) => oncePerChild(ends(world)),
  ),
  counted(
    {
      id: 'cla.ceased_by_reason',
      label: 'Periods of care that ended, by reason',
      definition: 'By the reason recorded for the last episode.',
    },
    (world) => ceasedInYear(world).map((end) => endRecord(end, world, end.period.reasonCeased)),
    byCode(reasonsCeased),
  ),
  counted(
    {
      id: 'cla.adoptions',
      label: 'Children adopted in the year',
      definition: 'Periods of care that ended with an adoption order (E11, E12).',
    },
    (world) => endsFor(world, /^E1[12]$/),
  ),
  counted(
    {
      id: 'cla.sgos',
      label: 'Special guardianship orders in the year',
      definition: 'Periods of care that ended with a special guardianship order (E43 to E48).',
    },
    (world) => endsFor(world, /^E4[3-8]$/),
  ),
]
