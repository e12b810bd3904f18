import type { Rule } from '../../engine/rule.ts'
import { placementChangeRules } from './change.ts'
import { placementDistanceRules } from './distance.ts'
import { placementLastYearRules } from './lastYear.ts'
import { placementLocationRules } from './location.ts'
import { placementProviderRules } from './providers.ts'
import { registeredProviderRules } from './registeredProviders.ts'
import { placementTypeCodeRules } from './types.ts'
import { placementUrnRules } from './urns.ts'

export const placementRules: readonly Rule[] = [
  ...placementTypeCodeRules,
  ...placementProviderRules,
  ...placementUrnRules,
  ...registeredProviderRules,
  ...placementLocationRules,
  ...placementDistanceRules,
  ...placementChangeRules,
  ...placementLastYearRules,
]
