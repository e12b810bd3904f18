import type { Rule } from '../../engine/rule.ts'
import { identityRules } from './identity.ts'
import { motherRules } from './mothers.ts'

export const headerRules: readonly Rule[] = [...identityRules, ...motherRules]
