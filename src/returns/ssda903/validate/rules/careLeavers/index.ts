import type { Rule } from '../../engine/rule.ts'
import { oc3Rules } from './oc3.ts'

export const careLeaverRules: readonly Rule[] = [...oc3Rules]
