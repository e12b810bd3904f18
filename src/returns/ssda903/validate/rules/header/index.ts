import type { Rule } from '../../engine/rule.ts'
import { firstChildRules } from './firstChild.ts'
import { identityRules } from './identity.ts'
import { motherRules } from './mothers.ts'
import { upnRules } from './upn.ts'

export const headerRules: readonly Rule[] = [...identityRules, ...upnRules, ...motherRules, ...firstChildRules]
