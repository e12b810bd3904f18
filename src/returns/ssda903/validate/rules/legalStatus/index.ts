import type { Rule } from '../../engine/rule.ts'
import { legalStatusChangeRules } from './changes.ts'
import { legalStatusLimitRules } from './limits.ts'
import { legalStatusAndPlacementRules } from './placements.ts'
import { legalStatusAtTimeRules } from './times.ts'

export const legalStatusRules: readonly Rule[] = [
  ...legalStatusLimitRules,
  ...legalStatusAtTimeRules,
  ...legalStatusAndPlacementRules,
  ...legalStatusChangeRules,
]
