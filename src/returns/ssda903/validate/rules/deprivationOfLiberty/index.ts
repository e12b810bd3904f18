import type { Rule } from '../../engine/rule.ts'
import { doloRules } from './dolo.ts'
import { doloInCareRules } from './doloInCare.ts'

export const deprivationOfLibertyRules: readonly Rule[] = [...doloRules, ...doloInCareRules]
