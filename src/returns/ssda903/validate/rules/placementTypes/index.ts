import type { Rule } from '../../engine/rule.ts'
import { placementLimitRules } from './limits.ts'

export const placementTypeRules: readonly Rule[] = [...placementLimitRules]
