import type { Rule } from '../../engine/rule.ts'
import { adoptedRules } from './adopted.ts'
import { placedForAdoptionRules } from './placedForAdoption.ts'

export const adoptionRules: readonly Rule[] = [...adoptedRules, ...placedForAdoptionRules]
