import type { Rule } from '../../engine/rule.ts'
import { reviewRules } from './reviews.ts'

export const reviewAndParticipationRules: readonly Rule[] = [...reviewRules]
