import type { Rule } from '../../engine/rule.ts'
import { adoptedRules } from './adopted.ts'
import { adoptedAndEpisodesRules } from './adoptedAndEpisodes.ts'
import { adopterRules } from './adopters.ts'
import { orderRules } from './orders.ts'
import { placedAndEpisodesRules } from './placedAndEpisodes.ts'
import { placedForAdoptionRules } from './placedForAdoption.ts'
import { placedLastYearRules } from './placedLastYear.ts'

export const adoptionRules: readonly Rule[] = [
  ...adoptedRules,
  ...adoptedAndEpisodesRules,
  ...adopterRules,
  ...placedForAdoptionRules,
  ...placedAndEpisodesRules,
  ...orderRules,
  ...placedLastYearRules,
]
