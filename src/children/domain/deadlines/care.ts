import { birthday } from '../../../calendar/age.ts'
import type { ClockRun } from '../../../clocks/clock.ts'
import { isOnOrBefore } from '../../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../../kernel/remember.ts'
import type { Settings } from '../../../settings/settings.ts'
import type { CheckFact } from '../../registers/checks.ts'
import { type ChecksKept, checksKept, checksOf } from '../checks.ts'
import { type CareHistory, periodOn } from '../history.ts'
import { type World, historyOf } from '../world.ts'
import { termlyPlanRuns } from './education.ts'
import { healthRuns } from './health.ts'
import { pathwayPlanRuns } from './pathwayPlan.ts'
import { remandRuns } from './remand.ts'
import { onStarting } from './starting.ts'

/**
 * The clocks on the care of a child looked after on the day of the history, reviews aside. None for a child who has
 * turned 18. The return says of most only when they start: those are shown until they are due and never called overdue,
 * unless the register of checks has that kind, or a room above knows whether they were met.
 */
function careRuns(
  history: CareHistory,
  settings: Settings,
  own: readonly CheckFact[],
  kept: ChecksKept,
): readonly ClockRun[] {
  const { bornOn } = history.record
  const period = periodOn(history, history.asAt)
  if (!period || (bornOn && isOnOrBefore(birthday(bornOn, 18), history.asAt))) return []
  const known = { own, kept }
  return [
    ...onStarting(history, period, settings, known),
    ...remandRuns(history, period),
    ...healthRuns(history, period, known),
    ...termlyPlanRuns(history, period, known),
    ...(bornOn ? pathwayPlanRuns(history, bornOn, known) : []),
  ]
}

/** Those who do not see all see another register: so many answers are remembered of a child. */
const SIGHTS_REMEMBERED = 4

const careRunsFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (settings: Settings, own: readonly CheckFact[], kept: ChecksKept) => careRuns(history, settings, own, kept),
    SIGHTS_REMEMBERED,
  ),
)

/** The clocks on the care of a child of this world; the same ones while its history, its checks and the settings are the same. */
export function careRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  return history ? careRunsFrom(history)(world.settings, checksOf(world, child), checksKept(world)) : []
}
