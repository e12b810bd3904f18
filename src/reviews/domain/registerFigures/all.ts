import type { World } from '../../../children/domain/world.ts'
import type { Figure } from '../../../figures/figure.ts'
import { afterReview } from './afterReview.ts'
import { monitoring } from './monitoring.ts'
import { permanenceBySecondReview } from './permanence.ts'
import { movedAndLate } from './rearranged.ts'
import { takingPart } from './takingPart.ts'

/** Figures that the service's register of reviews gives, in reading order. `kpi-definitions` sections 1, 2, 3, 6 and 9. */
export const registerFigures: readonly Figure<World>[] = [
  ...movedAndLate,
  ...takingPart,
  ...afterReview,
  permanenceBySecondReview,
  ...monitoring,
]
