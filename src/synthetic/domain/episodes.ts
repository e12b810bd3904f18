import { ageOn } from '../../calendar/age.ts'
import { type PlainDate, compareDates, isOnOrBefore, isSameDay, isWithin } from '../../kernel/dates.ts'
import { type LegalStep, legalSteps, statusOn } from './legalStatus.ts'
import type { MadeUpEpisode } from './life.ts'
import type { Stay } from './outline.ts'
import { endingsAt18, pathways } from './pathways.ts'
import { type PlacementRules, type PlacementStep, placementSteps } from './placements.ts'
import { placeFor } from './places.ts'
import type { Random } from './random.ts'

/** A stay as the return tells it: a chain of episodes, a new one for each change of legal status or placement. */
export function episodesOf(stay: Stay, bornOn: PlainDate, homePostcode: string, random: Random): MadeUpEpisode[] {
  const legal = legalSteps(stay, random)
  const rules: PlacementRules = {
    placeOn: (day) => placeFor(stay.pathway, ageOn(bornOn, day), statusOn(day, legal), homePostcode, random),
    isStatusSteady: (from, to) => !legal.some((step) => isWithin(step.on, from, to)),
  }
  const placements = placementSteps(stay, rules, random)
  const categoryOfNeed = random.weighted(pathways[stay.pathway].needs)
  const days = daysOfChange(legal, placements)
  return days.map((from, index): MadeUpEpisode => {
    const placementStep = placements.findLast((step) => isOnOrBefore(step.on, from))
    if (!placementStep) throw new RangeError('a stay begins with a placement')
    const next = days[index + 1]
    const moveAfter = next && placements.find((step) => isSameDay(step.on, next))
    const { type, provider, postcode, urn } = placementStep.placement
    return {
      from,
      to: next ?? stay.to,
      reasonForNewEpisode: index === 0 ? 'S' : reasonForNewEpisode(from, legal, placements),
      legalStatus: statusOn(from, legal),
      categoryOfNeed,
      placementType: type,
      provider,
      reasonCeased: next ? 'X1' : reasonCeased(stay, type, random),
      reasonPlacementChanged: moveAfter?.reason ?? '',
      homePostcode,
      placementPostcode: postcode,
      urn,
    }
  })
}

function daysOfChange(legal: readonly LegalStep[], placements: readonly PlacementStep[]): PlainDate[] {
  return [...new Set([...legal, ...placements].map((step) => step.on))].sort(compareDates)
}

/** RNE of an episode that is not the first: what changed on its day. */
function reasonForNewEpisode(on: PlainDate, legal: readonly LegalStep[], placements: readonly PlacementStep[]): string {
  const hasNewStatus = legal.some((step) => isSameDay(step.on, on))
  const move = placements.find((step) => isSameDay(step.on, on))
  if (!move) return 'L'
  if (move.hasSameCarer) return hasNewStatus ? 'U' : 'T'
  return hasNewStatus ? 'B' : 'P'
}

/** Why the stay ended (REC), brought into line with where the child lived last: rules 460 and 516. */
function reasonCeased(stay: Stay, lastPlacement: string, random: Random): string {
  const isFostered = /^U[1-6]$/.test(lastPlacement)
  if (stay.reasonCeased === null) return random.weighted(endingsAt18[isFostered ? 'foster' : 'elsewhere'])
  const isWithKin = /^U[123]$/.test(lastPlacement)
  if (stay.reasonCeased === 'E45') return isWithKin ? 'E45' : 'E47'
  if (stay.reasonCeased === 'E46') return !isFostered ? 'E48' : isWithKin ? 'E45' : 'E46'
  return stay.reasonCeased
}
