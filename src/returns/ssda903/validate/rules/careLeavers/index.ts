import type { Rule } from '../../engine/rule.ts'
import { entitlementRules } from './entitlement.ts'
import { oc3Rules } from './oc3.ts'
import { careLeaverElsewhereRules } from './otherTables.ts'

export const careLeaverRules: readonly Rule[] = [...oc3Rules, ...careLeaverElsewhereRules, ...entitlementRules]
