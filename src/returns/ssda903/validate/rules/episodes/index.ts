import type { Rule } from '../../engine/rule.ts'
import { episodeCodeRules } from './codes.ts'
import { episodeDateRules } from './dates.ts'
import { episodeLastYearRules } from './lastYear.ts'
import { reasonCeasedRules } from './reasonsCeased.ts'
import { episodeSequenceRules } from './sequence.ts'
import { startOfCareRules } from './startOfCare.ts'

export const episodeRules: readonly Rule[] = [
  ...episodeCodeRules,
  ...episodeDateRules,
  ...startOfCareRules,
  ...reasonCeasedRules,
  ...episodeSequenceRules,
  ...episodeLastYearRules,
]
