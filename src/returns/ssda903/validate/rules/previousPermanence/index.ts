import type { Rule } from '../../engine/rule.ts'
import { previousPermanenceRules } from './previousPermanence.ts'

export const permanenceRules: readonly Rule[] = [...previousPermanenceRules]
