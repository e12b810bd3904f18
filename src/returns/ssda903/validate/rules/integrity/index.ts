import type { Rule } from '../../engine/rule.ts'
import { integrityRules } from './integrity.ts'

export const wholenessRules: readonly Rule[] = [...integrityRules]
