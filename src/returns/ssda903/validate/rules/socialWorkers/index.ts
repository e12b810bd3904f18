import type { Rule } from '../../engine/rule.ts'
import { socialWorkerDetailRules } from './details.ts'
import { socialWorkerInCareRules } from './inCare.ts'
import { socialWorkerRules } from './socialWorkers.ts'

export const socialWorkerChangeRules: readonly Rule[] = [
  ...socialWorkerDetailRules,
  ...socialWorkerRules,
  ...socialWorkerInCareRules,
]
