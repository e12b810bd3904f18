import { reviewAfterMoveSetting } from '../settings.ts'
import { ordinaryCycleSetting } from '../settings.ts'
import type { Clock, ClockEvent } from '../../clocks/clock.ts'
import type { Episode } from '../../children/domain/episode.ts'
import { type PeriodOfCare } from '../../children/domain/history.ts'
import { isAdoptivePlacement, isTemporaryPlacement } from '../../children/domain/codes.ts'
import { type PlainDate, addDays, isAfter, isOnOrAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'
import { RETURNED_NOT_BEFORE_DAYS, reviewClocks } from './clocks.ts'
import { reviewKinds } from './deadlineKinds.ts'

/** One rule that asks for the next review: which, from when, and what to say of it. */
export interface Obligation {
  clock: Clock
  startedBy: ClockEvent
  notBefore: PlainDate | null
  /** It is asked for only where it was due before this day, on which its cycle ended; null: in any case. */
  onlyIfDueBefore: PlainDate | null
  /** Whether published timeliness judges by it: the statutory cycle does, a local rule only where a setting says so. */
  countsForTimeliness: boolean
  notes: readonly string[]
}

/** Where a period of care stands when its next review is asked for. */
export interface Standing {
  period: PeriodOfCare
  /** The reviews held so far in the period, in order. */
  held: readonly PlainDate[]
  /** Whether `held` is known to be all of them. Where it isn't, a review counts as a later one. */
  isCountKnown: boolean
  /** Only what happened up to this day plays in. */
  upTo: PlainDate
  /** From when on the records say everything about reviews; null: from the beginning. */
  knownFrom: PlainDate | null
}

/**
 * Every rule that asks for the next review of a period; the operative one is the earliest due (rulebook 0.3).
 * A review of either kind serves the ordinary cycle and the adoption rules at once.
 */
export function obligations(standing: Standing, settings: Settings): Obligation[] {
  const { period, held, upTo } = standing
  const placedOn = adoptivePlacementStart(period, upTo)
  const authorisedOn = authorisedSince(period, upTo)
  const found: Obligation[] = []
  const ordinaryEndsOn = placedOn ?? (ordinaryCycleSetting.of(settings) === 'authorised' ? authorisedOn : null)
  const ordinary = ordinaryCycle(standing, ordinaryEndsOn)
  if (ordinary) found.push(ordinary)
  if (placedOn) found.push(whilePlaced(placedOn, held))
  const authorised = authorisedOn && whileAuthorised(authorisedOn, held, placedOn)
  if (authorised) found.push(authorised)
  const returned = afterReturn(period, held, upTo)
  if (returned) found.push(returned)
  const move = afterMove(standing, settings)
  if (move && !placedOn) found.push(move)
  return found
}

const obligation = (clock: Clock, what: string, on: PlainDate, notes: readonly string[] = []): Obligation => ({
  clock,
  startedBy: { what, on },
  notBefore: null,
  onlyIfDueBefore: null,
  countsForTimeliness: true,
  notes,
})

/** CLK-REV-1 to 3. From the day it ends (placing for adoption) only what was due before then is still asked for. */
function ordinaryCycle(standing: Standing, endsOn: PlainDate | null): Obligation | null {
  const { period, held, isCountKnown, knownFrom } = standing
  const last = held.at(-1)
  if (endsOn && last && isOnOrAfter(last, endsOn)) return null
  const asked = ((): Obligation => {
    if (last) {
      const isSecond = isCountKnown && held.length === 1
      return isSecond
        ? obligation(reviewClocks.second, 'the first review, held', last)
        : obligation(reviewClocks.later, 'the last review, held', last)
    }
    if (isCountKnown) return obligation(reviewClocks.first, 'becoming looked after', period.startedOn)
    const before = addDays(knownFrom && isAfter(knownFrom, period.startedOn) ? knownFrom : period.startedOn, -1)
    return obligation(reviewClocks.later, 'the last day on which an earlier review can have been held,', before, [
      `Reviews before ${longDate(addDays(before, 1))} are not in the records. If one was held as late as the day before, this is when the next is due at the latest.`,
    ])
  })()
  return { ...asked, onlyIfDueBefore: endsOn }
}

/** CLK-REV-15. From the day the child is placed only what was due before then is still asked for. */
function whileAuthorised(
  authorisedOn: PlainDate,
  held: readonly PlainDate[],
  placedOn: PlainDate | null,
): Obligation | null {
  const last = held.at(-1)
  if (placedOn && last && isOnOrAfter(last, placedOn)) return null
  const asked =
    last && isOnOrAfter(last, authorisedOn)
      ? obligation(reviewClocks.authorisedLater, 'the last review, held', last)
      : obligation(reviewClocks.authorised, 'the placement order', authorisedOn)
  return { ...asked, onlyIfDueBefore: placedOn }
}

/** CLK-REV-16. */
function whilePlaced(placedOn: PlainDate, held: readonly PlainDate[]): Obligation {
  const since = held.filter((day) => isOnOrAfter(day, placedOn))
  const last = since.at(-1)
  if (!last) return obligation(reviewClocks.placed, 'being placed for adoption', placedOn)
  return since.length === 1
    ? obligation(reviewClocks.placedSecond, 'the first review of the adoptive placement, held', last)
    : obligation(reviewClocks.placedLater, 'the last review, held', last)
}

/** CLK-REV-17: a review in the window after the latest return from adopters. */
function afterReturn(period: PeriodOfCare, held: readonly PlainDate[], upTo: PlainDate): Obligation | null {
  const returnedOn = latestReturn(period, upTo)
  if (!returnedOn || adoptivePlacementStart(period, upTo)) return null
  const notBefore = addDays(returnedOn, RETURNED_NOT_BEFORE_DAYS)
  if (held.some((day) => isOnOrAfter(day, notBefore))) return null
  return { ...obligation(reviewClocks.returned, 'returning from the adoptive placement', returnedOn), notBefore }
}

/** CLK-REV-6, where the authority has such a rule: a new placement since the last review. */
function afterMove({ period, held, upTo }: Standing, settings: Settings): Obligation | null {
  const rule = reviewAfterMoveSetting.of(settings)
  if (rule.moves === 'none') return null
  const moves = period.episodes.filter(
    (episode, index) =>
      index > 0 &&
      isOnOrBefore(episode.from, upTo) &&
      ['P', 'B'].includes(episode.reasonForNewEpisode) &&
      !isTemporaryPlacement(episode.placementType) &&
      (rule.moves === 'every_new_placement' || wasUnplanned(period.episodes[index - 1])),
  )
  const moved = moves.at(-1)?.from
  if (!moved) return null
  const since = held.filter((day) => isOnOrAfter(day, moved))
  const last = since.at(-1)
  const shared = {
    id: 'CLK-REV-6',
    kind: reviewKinds.review,
    meeting: 'CLA',
    source: rule.source,
    confidence: 'local practice',
  } as const
  const local = (clock: Clock, what: string, on: PlainDate): Obligation => ({
    ...obligation(clock, what, on, ['This is a local rule, stricter than the statutory limit.']),
    countsForTimeliness: rule.countsForTimeliness,
  })
  if (!last) {
    const limit = { amount: rule.workingDays, unit: 'working_days' } as const
    const clause = `within ${rule.workingDays} working days of a ${rule.moves === 'emergency' ? 'move that was not planned' : 'new placement'}`
    return local({ ...shared, title: 'Review after a move', limit, rule: clause }, 'the move', moved)
  }
  if (!rule.restartsCycle || since.length > 1) return null
  const limit = { amount: 3, unit: 'months' } as const
  const clause = 'not more than 3 months after the first review in the new placement'
  return local(
    { ...shared, title: 'Second review in a new placement', limit, rule: clause },
    'the first review in the new placement, held',
    last,
  )
}

/**
 * The return has no word for an emergency: a move is taken as planned where the placement before it ended for the care
 * plan's sake (CARPL), or only changed its status (PLACE), and as unplanned for any other reason recorded.
 */
const wasUnplanned = (before: Episode | undefined): boolean =>
  before !== undefined && !['', 'CARPL', 'PLACE'].includes(before.reasonPlacementChanged)

/** The start of the adoptive placement that holds on `upTo`, however many episodes it has run over; null if none. */
function adoptivePlacementStart(period: PeriodOfCare, upTo: PlainDate): PlainDate | null {
  let start: PlainDate | null = null
  for (const episode of period.episodes) {
    if (isAfter(episode.from, upTo)) break
    if (isAdoptivePlacement(episode.placementType)) start ??= episode.from
    else if (!isTemporaryPlacement(episode.placementType)) start = null
  }
  return start
}

function latestReturn(period: PeriodOfCare, upTo: PlainDate): PlainDate | null {
  let returnedOn: PlainDate | null = null
  let wasAdoptive = false
  for (const episode of period.episodes) {
    if (isAfter(episode.from, upTo)) break
    if (isTemporaryPlacement(episode.placementType)) continue
    const isAdoptive = isAdoptivePlacement(episode.placementType)
    if (wasAdoptive && !isAdoptive) returnedOn = episode.from
    wasAdoptive = isAdoptive
  }
  return returnedOn
}

/** Since when the agency has had the authority that it has on `upTo`; null where it has none, or no longer. CLK-REV-15. */
function authorisedSince(period: PeriodOfCare, upTo: PlainDate): PlainDate | null {
  let since: PlainDate | null = null
  for (const episode of period.episodes) {
    if (isAfter(episode.from, upTo)) break
    if (episode.legalStatus === 'E1') since ??= episode.from
    else since = null
  }
  return since
}
