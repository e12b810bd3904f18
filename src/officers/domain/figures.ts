import type { World } from '../../children/domain/world.ts'
import type { Figure } from '../../figures/figure.ts'
import { staffingFigures } from './staffing.ts'
import { watchFigures } from './watchFigures.ts'

/** Figures of the service itself, in reading order. */
export const serviceFigures: readonly Figure<World>[] = [...staffingFigures, ...watchFigures]
