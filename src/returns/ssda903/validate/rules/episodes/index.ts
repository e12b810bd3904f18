import type { Rule } from '../../engine/rule.ts'
import { episodeCodeRules } from './codes.ts'
import { episodeDateRules } from './dates.ts'
import { episodeSequenceRules } from './sequence.ts'
import { episodeLastYearRules } from './lastYear.ts'

export const episodeRules: readonly Rule[] = [
  ...episodeCodeRules,
  ...episodeDateRules,
  ...episodeSequenceRules,
  ...episodeLastYearRules,
]
