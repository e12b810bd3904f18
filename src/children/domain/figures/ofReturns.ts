import type { Figure } from '../../../figures/figure.ts'
import { noReturnOfYear } from '../coverage.ts'
import type { World } from '../world.ts'

/** Figures made of returns: of a year whose return is not known, at all or at the time asked for, they are not known. */
export const ofReturns = (figures: readonly Figure<World>[]): Figure<World>[] =>
  figures.map((figure) => ({ ...figure, records: (world) => noReturnOfYear(world) ?? figure.records(world) }))
