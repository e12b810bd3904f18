import type { Rule } from '../../engine/rule.ts'
import { oc2Rules } from './oc2.ts'
import { sdqRules } from './sdq.ts'
import { wholeYearRules } from './wholeYear.ts'

export const healthRules: readonly Rule[] = [...oc2Rules, ...wholeYearRules, ...sdqRules]
