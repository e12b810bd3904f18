import type { Rule } from '../../engine/rule.ts'
import { missingRules } from './missing.ts'
import { missingInCareRules } from './missingInCare.ts'

export const absenceRules: readonly Rule[] = [...missingRules, ...missingInCareRules]
