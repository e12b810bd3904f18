import type { Rule } from '../../engine/rule.ts'
import { legalStatusLimitRules } from './limits.ts'

export const legalStatusRules: readonly Rule[] = [...legalStatusLimitRules]
