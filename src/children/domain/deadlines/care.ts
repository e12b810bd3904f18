import { birthday } from '../../../calendar/age.ts'
import type { ClockRun } from '../../../clocks/clock.ts'
import { isOnOrBefore } from '../../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../../kernel/remember.ts'
import type { Settings } from '../../../settings/settings.ts'
import { type CareHistory, periodOn } from '../history.ts'
import { type World, historyOf } from '../world.ts'
import { healthRuns } from './health.ts'
import { pathwayPlanRuns } from './pathwayPlan.ts'
import { remandRuns } from './remand.ts'
import { onStarting } from './starting.ts'

/**
 * The clocks on the care of a child looked after on the day of the history, reviews aside. None for a child who has
 * turned 18. The return says of most only when they start: those are shown until they are due and never called overdue,
 * unless a room above knows whether they were met.
 */
function careRuns(history: CareHistory, settings: Settings): readonly ClockRun[] {
  const { bornOn } = history.record
  const period = periodOn(history, history.asAt)
  if (!period || (bornOn && isOnOrBefore(birthday(bornOn, 18), history.asAt))) return []
  return [
    ...onStarting(history, period, settings),
    ...remandRuns(history, period),
    ...healthRuns(history, period),
    ...(bornOn ? pathwayPlanRuns(history, bornOn) : []),
  ]
}

const careRunsFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame((settings: Settings) => careRuns(history, settings)),
)

/** The clocks on the care of a child of this world; the same ones while its history and the settings are the same. */
export function careRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  return history ? careRunsFrom(history)(world.settings) : []
}
