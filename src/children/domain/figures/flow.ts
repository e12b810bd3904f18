import type { Figure } from '../../../figures/figure.ts'
import type { World } from '../world.ts'
import { ceasingFigures } from './ceasing.ts'
import { startingFigures } from './starting.ts'

/** Figures of children starting and ceasing to be looked after, in reading order. */
export const flowFigures: readonly Figure<World>[] = [...startingFigures, ...ceasingFigures]
