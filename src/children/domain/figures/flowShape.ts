import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import type { World } from '../world.ts'
import { populationAged0To17 } from './residents.ts'

const AREA = 'Starting and ceasing'
const RETURN = 'SSDA903 return'

/** What a figure is called, and how it counts. */
export type Described = Pick<Figure<World>, 'id' | 'label' | 'definition' | 'standsFirst'>

/** A count of periods of care, or of the children whose they are. */
export const counted = (
  figure: Described,
  records: (world: World) => readonly FigureRecord[],
  breakdown?: Figure<World>['breakdown'],
): Figure<World> => ({
  ...figure,
  area: AREA,
  unit: 'count',
  source: RETURN,
  records,
  betterWhen: null,
  ...(breakdown && { breakdown }),
})

/** The same for every 10,000 residents aged 0 to 17. */
export const rate = (figure: Described, records: (world: World) => readonly FigureRecord[]): Figure<World> => ({
  ...figure,
  area: AREA,
  unit: 'number',
  source: 'SSDA903 return; Office for National Statistics mid-year estimate',
  records,
  per: 10_000,
  denominator: populationAged0To17,
  betterWhen: null,
})
