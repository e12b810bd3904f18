import { type CareHistory, type PeriodOfCare, careHistory, periodOn } from '../../children/domain/history.ts'
import { nothingReturned } from '../../children/domain/watchedHistory.ts'
import { isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import { type World, isAdultOn } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { HeldReview } from '../../reviews/domain/cycle.ts'
import { cycleOf, registerReviewsOf } from '../../reviews/domain/world.ts'
import { type SignLimits, signLimitsSetting } from '../settings.ts'

/** A child of a world, with what signs are read from. */
export interface WatchedChild {
  world: World
  history: CareHistory
  child: string
  /** Has turned 18: a care leaver. */
  isAdult: boolean
  asAt: PlainDate
  limits: SignLimits
  /** The care that goes on; null where the child is not looked after. */
  period: PeriodOfCare | null
  /** The reviews held in it, in order. */
  held: readonly HeldReview[]
}

/** The child of a history, as signs see it; null for one who has turned 18, whom the service does not watch over any more. */
export function watchedChild(world: World, history: CareHistory): WatchedChild | null {
  const isAdult = isAdultOn(history.record, world.asAt)
  if (isAdult && !watchedRowsOf(world, history.record.child).some((row) => isUnderWatch(row, world.asAt))) return null
  const period = isAdult ? null : periodOn(history, world.asAt)
  const held = period ? cycleOf(world, history).held.filter((review) => review.period === period) : []
  const { asAt, settings } = world
  return {
    world,
    history,
    child: history.record.child,
    isAdult,
    asAt,
    limits: signLimitsSetting.of(settings),
    period,
    held,
  }
}

/** Someone whom the service watches over and of whom no return tells, as signs see them; null for anyone else. */
export function watchedPerson(world: World, child: string): WatchedChild | null {
  const { asAt, settings } = world
  const row = watchedRowsOf(world, child).find((one) => isUnderWatch(one, asAt))
  if (!row) return null
  const { bornOn, kind } = row
  const history = careHistory({ ...nothingReturned, child, bornOn }, asAt)
  const isAdult = kind === 'CARE_LEAVER' || isAdultOn(history.record, asAt)
  return { world, history, child, isAdult, asAt, limits: signLimitsSetting.of(settings), period: null, held: [] }
}

/** Whether any review of the child was held after a day, of whatever kind, also after care ended. */
export const wasReviewedAfter = ({ world, history, child, asAt }: WatchedChild, day: PlainDate): boolean =>
  history.record.reviews.some(({ heldOn }) => isAfter(heldOn, day)) ||
  registerReviewsOf(world, child).some(
    ({ status, heldOn }) => status === 'HELD' && heldOn !== null && isAfter(heldOn, day) && isOnOrBefore(heldOn, asAt),
  )
