import { type PlainDate, addDays, daysBetween, isBefore } from '../../kernel/dates.ts'
import type { AdoptionPlan } from './life.ts'
import type { Stay } from './outline.ts'
import { type Placement, adopters, isFoster, temporaryPlace } from './places.ts'
import type { Random } from './random.ts'

/** From this day on the child lives here. */
export interface PlacementStep {
  on: PlainDate
  placement: Placement
  hasSameCarer: boolean
  /** Why the placement before it ended (REASON_PLACE_CHANGE); blank for the first and around temporary stays. */
  reason: string
}

const reasonsToMove = { CARPL: 36, CREQB: 16, CREQO: 10, STAND: 5, ALLEG: 3, LAREQ: 8, CHILD: 7, CLOSE: 3, OTHER: 12 }
/** In days, below what the return allows: 42, 21 and 7. */
const longestTemporaryStay = { T1: 30, T3: 18, T4: 6 }
const longTermOf: Readonly<Record<string, string>> = { U6: 'U4', U3: 'U1' }

/**
 * The placements of a stay in their order: the first, moves, temporary stays with the return from them, adopters.
 * `placeOn` finds a place for a child who must move on that day.
 */
export function placementSteps(stay: Stay, placeOn: (day: PlainDate) => Placement, random: Random): PlacementStep[] {
  const steps: PlacementStep[] = [{ on: stay.from, placement: placeOn(stay.from), hasSameCarer: false, reason: '' }]
  const isUnsettled = random.isTrue(0.13)
  const movesEnd = stay.adoption?.placedOn ?? stay.to
  const waitUntilChange = (mean: number): number => 5 + random.waiting(isUnsettled ? 110 : mean)
  let on = addDays(stay.from, waitUntilChange(420))
  for (let last = steps.at(-1); last && isBefore(on, movesEnd); last = steps.at(-1)) {
    const change = changeOf(last, on, placeOn, random)
    // A stay that would not end before the child leaves for good is no temporary one.
    steps.push(...change.filter(() => isBefore(change.at(-1)?.on ?? on, movesEnd)))
    on = addDays(change.at(-1)?.on ?? on, waitUntilChange(1500))
  }
  if (stay.adoption?.placedOn) steps.push(adoptionStep(steps, stay.adoption, stay.adoption.placedOn, random))
  return steps
}

/** What happens on a day of change: a temporary stay and the way back, the same carer for the long term, or a move. */
function changeOf(
  now: PlacementStep,
  on: PlainDate,
  placeOn: (day: PlainDate) => Placement,
  random: Random,
): PlacementStep[] {
  if (isFoster(now.placement) && random.isTrue(0.12)) {
    const type = random.weighted({ T1: 15, T3: 50, T4: 35 })
    const back = addDays(on, random.between(2, longestTemporaryStay[type]))
    return [
      { on, placement: temporaryPlace(type, random), hasSameCarer: false, reason: '' },
      { on: back, placement: now.placement, hasSameCarer: false, reason: '' },
    ]
  }
  const longTerm = longTermOf[now.placement.type]
  if (longTerm && daysBetween(now.on, on) > 250 && random.isTrue(0.5)) {
    return [{ on, placement: { ...now.placement, type: longTerm }, hasSameCarer: true, reason: 'PLACE' }]
  }
  const placement = placeOn(on)
  // There is only one family home to live in with parents: a move from there to there is none.
  if (placement.postcode === now.placement.postcode) return []
  return [{ on, placement, hasSameCarer: false, reason: random.weighted(reasonsToMove) }]
}

function adoptionStep(
  before: readonly PlacementStep[],
  adoption: AdoptionPlan,
  on: PlainDate,
  random: Random,
): PlacementStep {
  const last = before.at(-1)?.placement
  if (adoption.isWithFosterCarer && last && isFoster(last)) {
    return { on, placement: { ...last, type: 'A5' }, hasSameCarer: true, reason: 'PLACE' }
  }
  return { on, placement: adopters(random), hasSameCarer: false, reason: 'CARPL' }
}
