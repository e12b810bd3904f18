import type { Rule } from '../../engine/rule.ts'
import { socialWorkerRules } from './socialWorkers.ts'

export const socialWorkerChangeRules: readonly Rule[] = [...socialWorkerRules]
