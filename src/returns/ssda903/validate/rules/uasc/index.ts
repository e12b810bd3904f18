import type { Rule } from '../../engine/rule.ts'
import { uascLastYearRules } from './lastYear.ts'
import { uascRules } from './uasc.ts'

export const unaccompaniedRules: readonly Rule[] = [...uascRules, ...uascLastYearRules]
