import { allCountedOver } from '../../../figures/figure.ts'
import type { FigureGroup } from '../../../world/figures.ts'
import { checks } from '../../registers/checks.ts'
import { context } from '../../registers/context.ts'
import type { World } from '../world.ts'
import { careLeaverFigures } from './careLeavers.ts'
import { educationFigures } from './education.ts'
import { flowFigures } from './flow.ts'
import { healthFigures } from './health.ts'
import { initialHealthFigure } from './initialHealth.ts'
import { missingFigures } from './missing.ts'
import { ofReturns } from './ofReturns.ts'
import { notKeptFigures } from './notKept.ts'
import { populationFigures } from './population.ts'

/** Figures that read no register which people change all day: what is worked out of them outlives such changes. */
const ofCare = { reads: [context] }

/** The figures of children in care and of care leavers. */
export const careFigures: readonly FigureGroup<World>[] = [
  { ...ofCare, place: 100, figures: ofReturns(allCountedOver('day', populationFigures)) },
  { ...ofCare, place: 200, figures: ofReturns(flowFigures) },
  { reads: [context, checks], place: 600, figures: ofReturns(allCountedOver('year', healthFigures)) },
  {
    reads: [checks],
    place: 610,
    figures: ofReturns([initialHealthFigure, ...allCountedOver('day', educationFigures)]),
  },
  { ...ofCare, place: 700, figures: ofReturns(missingFigures) },
  { ...ofCare, place: 800, figures: ofReturns(allCountedOver('year', careLeaverFigures)) },
  { reads: [], place: 990, figures: notKeptFigures },
]
