import type { Rule } from '../../engine/rule.ts'
import { placementLimitRules } from './limits.ts'
import { placementNeighbourRules } from './neighbours.ts'

export const placementTypeRules: readonly Rule[] = [...placementLimitRules, ...placementNeighbourRules]
