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

/** What a stay's placements depend on. */
export interface PlacementRules {
  /** A place for a child who must move on this day. */
  placeOn: (day: PlainDate) => Placement
  /** Whether the legal status stays as it is from one day to another, both included. */
  isStatusSteady: (from: PlainDate, to: PlainDate) => boolean
}

/** The placements of a stay in their order: the first, moves, temporary stays with the return from them, adopters. */
export function placementSteps(stay: Stay, rules: PlacementRules, random: Random): PlacementStep[] {
  const first = { on: stay.from, placement: rules.placeOn(stay.from), hasSameCarer: false, reason: '' }
  const steps: PlacementStep[] = [first]
  const isUnsettled = random.isTrue(0.13)
  const movesEnd = stay.adoption?.placedOn ?? stay.to
  const waitUntilChange = (mean: number): number => 5 + random.waiting(isUnsettled ? 110 : mean)
  let on = addDays(stay.from, waitUntilChange(420))
  while (isBefore(on, movesEnd)) {
    const change = changeOf(steps, on, rules, random)
    const end = change.at(-1)?.on ?? on
    // A stay that would not end before the child leaves for good is no temporary one.
    if (isBefore(end, movesEnd)) steps.push(...change)
    on = addDays(end, waitUntilChange(1500))
  }
  if (stay.adoption?.placedOn) steps.push(adoptionStep(steps, stay.adoption, stay.adoption.placedOn, random))
  return steps
}

/** What happens on a day of change: a temporary stay and the way back, the same carer for the long term, or a move. */
function changeOf(
  steps: readonly PlacementStep[],
  on: PlainDate,
  { placeOn, isStatusSteady }: PlacementRules,
  random: Random,
): PlacementStep[] {
  const now = steps.at(-1)
  if (!now) return []
  if (isFoster(now.placement) && random.isTrue(0.12)) {
    const away = temporaryStay(steps, now.placement, on, random)
    return isStatusSteady(on, away.at(-1)?.on ?? on) ? away : []
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

/** Away in hospital, while the carers are on holiday or for some days, and back again. */
function temporaryStay(
  steps: readonly PlacementStep[],
  usual: Placement,
  on: PlainDate,
  random: Random,
): PlacementStep[] {
  // Carers' holidays count as temporary twice a year at most.
  const wasHolidayLately = steps.some(({ placement, on: day }) => placement.type === 'T3' && daysBetween(day, on) < 190)
  const type = random.weighted({ T1: 15, T3: wasHolidayLately ? 0 : 50, T4: 35 })
  const back = addDays(on, random.between(2, longestTemporaryStay[type]))
  return [
    { on, placement: temporaryPlace(type, random), hasSameCarer: false, reason: '' },
    { on: back, placement: usual, hasSameCarer: false, reason: '' },
  ]
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
