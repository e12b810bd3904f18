import { labelIn, legalStatuses, placementTypes } from '../../children/domain/codes.ts'
import type { Episode } from '../../children/domain/episode.ts'
import type { PeriodOfCare } from '../../children/domain/history.ts'
import { type PlainDate, addDays, isAfter, isOnOrAfter, isOnOrBefore, isWithin, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { openStagesIn } from '../../missingChildren/domain/deadlines.ts'
import { missingProtocolSetting } from '../../missingChildren/settings.ts'
import { movesOf } from '../../oversight/domain/moves.ts'
import { watchedPlacementOn } from '../../oversight/domain/unregistered.ts'
import { watchedPlacementsSetting } from '../../oversight/settings.ts'
import { type Found, found } from './sign.ts'
import { type WatchedChild, wasReviewedAfter } from './watchedChild.ts'

const place = (type: string): string => labelIn(placementTypes, type)

/** A move with no review since the placement before it began, that was not for the care plan’s sake. The latest move alone. */
export function emergencyMove({ period, held, asAt }: WatchedChild): Found[] {
  const move = period && movesOf(period, asAt).at(-1)
  if (!move || move.reason === 'CARPL') return []
  if (held.some(({ heldOn }) => isOnOrAfter(heldOn, move.left.from))) return []
  const reason =
    move.reason === '' ? 'No reason is recorded.' : `The reason recorded is ${move.reason}, which is not the care plan.`
  return [
    found(
      move.on,
      `The child moved on ${longDate(move.on)} and no review was held since ${longDate(move.left.from)}, when the placement before began. ${reason}`,
    ),
  ]
}

const whyWatched = {
  unregistered: 'a placement that is not registered',
  under_16: 'an arrangement in which no child under 16 may be placed (regulation 27A)',
  listed: 'a placement that the authority watches',
} as const

/** A placement that is not registered, or that the authority watches. */
export function unregisteredPlacement({ world, history, period, asAt }: WatchedChild): Found[] {
  if (!period) return []
  const listed = watchedPlacementsSetting.of(world.settings)
  const placement = watchedPlacementOn({ period, bornOn: history.record.bornOn }, asAt, listed)
  if (!placement) return []
  const { from, type, why } = placement
  return [found(from, `Since ${longDate(from)} the child is in ${whyWatched[why]}: ${place(type)}.`)]
}

/** A meeting of the authority’s protocol for children who go missing that was not held. CLK-MIS-1 and -2. */
export const missingStage =
  (stage: 'stage1' | 'stage2') =>
  ({ world, child }: WatchedChild): Found[] => {
    const reached = openStagesIn(world, child)[stage]
    if (!reached) return []
    const { windowDays } = missingProtocolSetting.of(world.settings)
    const meeting = stage === 'stage1' ? 'first-stage' : 'second-stage'
    return [
      found(
        reached.on,
        `On ${longDate(reached.on)} there had been ${counted(reached.episodes, 'missing episode')} in ${windowDays} days, and no ${meeting} meeting was held since.`,
      ),
    ]
  }

/** Orders of a court: accommodation (V2) and police protection (L1) are none. */
const ORDERS = ['C1', 'C2', 'D1', 'E1', 'L2', 'L3', 'J1', 'J3']

/** The kind of a placement, whoever provides it. */
function kindOfPlace(type: string): string {
  if (/^(U[123]|Q1)$/.test(type)) return 'kinship'
  if (/^(U[456]|Q2)$/.test(type)) return 'foster'
  if (/^A\d$/.test(type)) return 'adoption'
  if (/^(K2|R1|S1)$/.test(type)) return 'residential'
  if (/^(H5|K3|P2|P3)$/.test(type)) return 'independent'
  if (/^(K1|R5)$/.test(type)) return 'secure'
  return /^Z/.test(type) ? 'other' : type
}

/** The order that an episode began, where the one before was under another; null for the first of a period. */
export const orderBegun = (
  { from, legalStatus }: Pick<Episode, 'from' | 'legalStatus'>,
  before: Pick<Episode, 'legalStatus'> | undefined,
): { on: PlainDate; what: string } | null =>
  before !== undefined && before.legalStatus !== legalStatus && ORDERS.includes(legalStatus)
    ? { on: from, what: `An order began: ${labelIn(legalStatuses, legalStatus)}` }
    : null

/** Orders that began after the period did, and the latest move where it was to a placement of another kind. */
function changesOf(period: PeriodOfCare, asAt: PlainDate): { on: PlainDate; what: string }[] {
  const orders = period.episodes
    .flatMap((episode, index) => orderBegun(episode, period.episodes[index - 1]) ?? [])
    .filter(({ on }) => isOnOrBefore(on, asAt))
  const move = movesOf(period, asAt).at(-1)
  const isOfAnotherKind = move !== undefined && kindOfPlace(move.left.type) !== kindOfPlace(move.to.type)
  return isOfAnotherKind ? [...orders, { on: move.on, what: `The child moved to another kind of placement: ${place(move.to.type)}` }] : orders // prettier-ignore
}

/** An order or a move to another kind of placement that no review considered. */
export function planChanged({ period, held, asAt, limits }: WatchedChild): Found[] {
  if (!period) return []
  return changesOf(period, asAt)
    .filter(
      ({ on }) =>
        !held.some(({ heldOn }) => isWithin(heldOn, addDays(on, -limits.planChangeDays), on) || isAfter(heldOn, on)),
    )
    .map(({ on, what }) =>
      found(
        on,
        `${what}, on ${longDate(on)}. No review was held in the ${counted(limits.planChangeDays, 'day')} before, nor since.`,
        'challenge',
      ),
    )
}

const HOME = ['E4A', 'E4B', 'E13']

/** Placed with parents, or left care for home, in the last weeks. */
export function returnedHome(of: WatchedChild): Found[] {
  const { history, period, asAt, limits } = of
  const isRecent = (on: PlainDate) =>
    isWithin(asAt, on, addDays(on, limits.returnedHomeDays)) && !wasReviewedAfter(of, on)
  const placed = period?.episodes.findLastIndex(({ placementType }) => placementType !== 'P1') ?? -1
  const atHome = period?.episodes[placed + 1]
  const left = history.periods.findLast(
    ({ endedOn, reasonCeased }) => endedOn !== null && HOME.includes(reasonCeased ?? ''),
  )
  return [
    ...(atHome && isRecent(atHome.from) ? [found(atHome.from, `The child is placed with parents since ${longDate(atHome.from)}, and no review was held since.`)] : []),
    ...(left?.endedOn && !period && isRecent(left.endedOn) ? [found(left.endedOn, `The child left care on ${longDate(left.endedOn)} to live at home, and no review was held since.`)] : []),
  ] // prettier-ignore
}
