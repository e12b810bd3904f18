import { careLeaverFigures } from '../children/domain/figures/careLeavers.ts'
import { flowFigures } from '../children/domain/figures/flow.ts'
import { healthFigures } from '../children/domain/figures/health.ts'
import { missingFigures } from '../children/domain/figures/missing.ts'
import { populationFigures } from '../children/domain/figures/population.ts'
import type { World } from '../children/domain/world.ts'
import { valueOf } from '../figures/compute.ts'
import type { Figure, FigureValue } from '../figures/figure.ts'
import { rememberedFor } from '../kernel/remember.ts'
import { serviceFigures } from '../people/domain/figures.ts'
import { reviewFigures } from '../reviews/domain/figures.ts'
import { pathwayFigures } from '../reviews/domain/pathwayFigures.ts'
import { registerFigures } from '../reviews/domain/registerFigures.ts'

/** Every figure there is, in reading order: each room hands over its own. */
export const allFigures: readonly Figure<World>[] = [
  ...ofReturns(populationFigures),
  ...ofReturns(flowFigures),
  ...ofReturns(reviewFigures),
  ...ofReturns(registerFigures),
  ...pathwayFigures,
  ...serviceFigures,
  ...ofReturns(healthFigures),
  ...ofReturns(missingFigures),
  ...ofReturns(careLeaverFigures),
]

/** Figures made of returns: where none is known, at all or at the time asked for, they are not known, rather than 0. */
function ofReturns(figures: readonly Figure<World>[]): Figure<World>[] {
  return figures.map((figure) => ({
    ...figure,
    records: (world) => (world.coverage.length === 0 ? 'No return is known of.' : figure.records(world)),
  }))
}

/** The figure of this id, or null. */
export const figureOfId = (id: string): Figure<World> | null => allFigures.find((figure) => figure.id === id) ?? null

/** The values of all figures in a world, in reading order: worked out once, for every page that shows them. */
export const figureValues = rememberedFor((world: World): readonly FigureValue[] =>
  allFigures.map((figure) => valueOf(figure, world)),
)
