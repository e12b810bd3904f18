import type { Rule } from './engine/rule.ts'
import { adoptedRules } from './rules/adoption/adopted.ts'
import { placedForAdoptionRules } from './rules/adoption/placedForAdoption.ts'
import { oc3Rules } from './rules/careLeavers/oc3.ts'
import { doloRules } from './rules/deprivationOfLiberty/dolo.ts'
import { episodeCodeRules } from './rules/episodes/codes.ts'
import { episodeDateRules } from './rules/episodes/dates.ts'
import { episodeLastYearRules } from './rules/episodes/lastYear.ts'
import { episodeSequenceRules } from './rules/episodes/sequence.ts'
import { identityRules } from './rules/header/identity.ts'
import { motherRules } from './rules/header/mothers.ts'
import { oc2Rules } from './rules/health/oc2.ts'
import { sdqRules } from './rules/health/sdq.ts'
import { integrityRules } from './rules/integrity/integrity.ts'
import { legalStatusLimitRules } from './rules/legalStatus/limits.ts'
import { missingRules } from './rules/missing/missing.ts'
import { placementLocationRules } from './rules/placements/location.ts'
import { placementProviderRules } from './rules/placements/providers.ts'
import { placementUrnRules } from './rules/placements/urns.ts'
import { previousPermanenceRules } from './rules/previousPermanence/previousPermanence.ts'
import { reviewRules } from './rules/reviews/reviews.ts'
import { socialWorkerRules } from './rules/socialWorkers/socialWorkers.ts'
import { uascRules } from './rules/uasc/uasc.ts'

const inOrderOfNumber = new Intl.Collator('en-GB', { numeric: true })

/** All rules of all rulesets, in order of code: the order in which failures are listed. */
export const rules: readonly Rule[] = [
  ...identityRules,
  ...motherRules,
  ...uascRules,
  ...episodeCodeRules,
  ...episodeDateRules,
  ...episodeSequenceRules,
  ...episodeLastYearRules,
  ...placementProviderRules,
  ...placementUrnRules,
  ...placementLocationRules,
  ...legalStatusLimitRules,
  ...oc2Rules,
  ...sdqRules,
  ...oc3Rules,
  ...adoptedRules,
  ...placedForAdoptionRules,
  ...missingRules,
  ...previousPermanenceRules,
  ...reviewRules,
  ...socialWorkerRules,
  ...doloRules,
  ...integrityRules,
].sort((a, b) => inOrderOfNumber.compare(a.code, b.code))
