import type { Rule } from '../../engine/rule.ts'
import { missingRules } from './missing.ts'

export const absenceRules: readonly Rule[] = [...missingRules]
