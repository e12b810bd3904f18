import type { Rule } from '../../engine/rule.ts'
import { placementProviderRules } from './providers.ts'
import { placementUrnRules } from './urns.ts'
import { placementLocationRules } from './location.ts'

export const placementRules: readonly Rule[] = [
  ...placementProviderRules,
  ...placementUrnRules,
  ...placementLocationRules,
]
