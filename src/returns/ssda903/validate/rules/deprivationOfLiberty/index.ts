import type { Rule } from '../../engine/rule.ts'
import { doloRules } from './dolo.ts'

export const deprivationOfLibertyRules: readonly Rule[] = [...doloRules]
