import { ageOn } from '../../calendar/age.ts'
import { labelIn, placementTypes, reasonsCeased } from '../../children/domain/codes.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import {
  type PlainDate,
  addDays,
  compareDates,
  isAfter,
  isOnOrBefore,
  isSameDay,
  isWithin,
} from '../../kernel/dates.ts'
import { movesOf } from '../../oversight/domain/moves.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { signLimitsSetting } from '../settings.ts'
import { acknowledgementsOf } from './acknowledged.ts'
import { orderBegun } from './alerts.ts'

/** A significant change that no review considered in the days before: a move, an order, an end of care. Regulation 32(2). */
export interface ChangeWithoutReview {
  child: string
  on: PlainDate
  what: string
  /** Why no review considered it, as someone wrote it down; null where nobody has. */
  reason: string | null
}

/** For how long a change without a review is told, and its reason asked for. Unit: calendar days. */
const TOLD_DAYS = 365

/** What changed of a child up to a day, in order: the start of a period of care is none, nor is turning 18. */
function changesOf({ periods, record, asAt }: CareHistory): { on: PlainDate; what: string }[] {
  return periods
    .flatMap((period) => [
      ...movesOf(period, asAt).map(({ on, to }) => ({ on, what: `A move: ${labelIn(placementTypes, to.type)}` })),
      ...period.episodes.flatMap((episode, index) => orderBegun(episode, period.episodes[index - 1]) ?? []),
      ...(period.endedOn && !(record.bornOn && ageOn(record.bornOn, period.endedOn) >= 18)
        ? [{ on: period.endedOn, what: `The end of care: ${labelIn(reasonsCeased, period.reasonCeased ?? '')}` }]
        : []),
    ])
    .filter(({ on }) => isOnOrBefore(on, asAt))
    .sort((a, b) => compareDates(a.on, b.on))
}

/** The changes of the last year that no review considered, the latest first. */
export function changesWithoutReview(world: World, history: CareHistory): ChangeWithoutReview[] {
  const { child, reviews } = history.record
  const { planChangeDays } = signLimitsSetting.of(world.settings)
  const held = [
    ...reviews.map(({ heldOn }) => heldOn),
    ...registerReviewsOf(world, child).flatMap(({ status, heldOn }) => (status === 'HELD' && heldOn ? [heldOn] : [])),
  ]
  const said = acknowledgementsOf(world, child).filter(({ kind }) => kind === CHANGE)
  return changesOf(history)
    .filter(({ on }) => isAfter(on, addDays(world.asAt, -TOLD_DAYS)))
    .filter(({ on }) => !held.some((day) => isWithin(day, addDays(on, -planChangeDays), on)))
    .map(({ on, what }) => ({
      child,
      on,
      what,
      reason: said.find((row) => isSameDay(row.since, on) && isOnOrBefore(row.on, world.asAt))?.word ?? null,
    }))
    .reverse()
}

/** Under which kind the reason for a change is kept: that of the sign that tells of it. */
export const CHANGE = 'PLAN_CHANGED_OUTSIDE_REVIEW'
