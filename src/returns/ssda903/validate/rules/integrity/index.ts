import type { Rule } from '../../engine/rule.ts'
import { integrityRules } from './integrity.ts'
import { missingEpisodeRules } from './missingEpisodes.ts'

export const wholenessRules: readonly Rule[] = [...integrityRules, ...missingEpisodeRules]
