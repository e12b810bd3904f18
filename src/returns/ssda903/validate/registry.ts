import type { Rule } from './engine/rule.ts'
import { adoptionRules } from './rules/adoption/index.ts'
import { careLeaverRules } from './rules/careLeavers/index.ts'
import { deprivationOfLibertyRules } from './rules/deprivationOfLiberty/index.ts'
import { episodeRules } from './rules/episodes/index.ts'
import { headerRules } from './rules/header/index.ts'
import { healthRules } from './rules/health/index.ts'
import { wholenessRules } from './rules/integrity/index.ts'
import { legalStatusRules } from './rules/legalStatus/index.ts'
import { absenceRules } from './rules/missing/index.ts'
import { placementTypeRules } from './rules/placementTypes/index.ts'
import { placementRules } from './rules/placements/index.ts'
import { permanenceRules } from './rules/previousPermanence/index.ts'
import { reviewAndParticipationRules } from './rules/reviews/index.ts'
import { socialWorkerChangeRules } from './rules/socialWorkers/index.ts'
import { unaccompaniedRules } from './rules/uasc/index.ts'

/** So that `99` comes before `205A`, and `INT9` before `INT17`. */
const orderOf = (code: string): string => code.toUpperCase().replaceAll(/\d+/g, (number) => number.padStart(4, '0'))

/** All rules of all rulesets, in order of code: the order in which failures are listed. */
export const rules: readonly Rule[] = [
  ...headerRules,
  ...unaccompaniedRules,
  ...episodeRules,
  ...placementRules,
  ...placementTypeRules,
  ...legalStatusRules,
  ...reviewAndParticipationRules,
  ...absenceRules,
  ...healthRules,
  ...careLeaverRules,
  ...adoptionRules,
  ...permanenceRules,
  ...socialWorkerChangeRules,
  ...deprivationOfLibertyRules,
  ...wholenessRules,
]
  .map((rule) => ({ rule, order: orderOf(rule.code) }))
  .sort((a, b) => (a.order < b.order ? -1 : 1))
  .map(({ rule }) => rule)
