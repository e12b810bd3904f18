import type { Rule } from '../../studied.ts'
import { limitsTold } from './limitsTold.ts'
import { provisionsNamed } from './provisionsNamed.ts'
import { reviewTimes } from './reviewTimes.ts'
import { sectionPurposes } from './sectionPurposes.ts'
import { sectionTopics } from './sectionTopics.ts'
import { statutes } from './statutes.ts'

/** Laws and their provisions. */
export const lawsRules: readonly Rule[] = [
  limitsTold,
  provisionsNamed,
  reviewTimes,
  sectionPurposes,
  sectionTopics,
  statutes,
]
