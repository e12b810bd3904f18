import type { Rule } from '../../studied.ts'
import { limitsTold } from './limitsTold.ts'
import { provisionsNamed } from './provisionsNamed.ts'
import { publishedIn } from './publishedIn.ts'
import { reviewTimes } from './reviewTimes.ts'
import { sectionPurposes } from './sectionPurposes.ts'
import { sectionTopics } from './sectionTopics.ts'
import { statutes } from './statutes.ts'

/** Laws and their provisions. */
export const lawsRules: readonly Rule[] = [
  limitsTold,
  provisionsNamed,
  publishedIn,
  reviewTimes,
  sectionPurposes,
  sectionTopics,
  statutes,
]
