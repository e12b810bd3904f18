import { periodOn, episodeOn } from '../../children/domain/history.ts'
import { checksOf, healthAssessments } from '../../children/domain/checks.ts'
import { careKinds } from '../../children/domain/deadlineKinds.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { CheckKind } from '../../children/registers/checks.ts'
import type { DeadlineKind } from '../../clocks/clock.ts'
import { type PlainDate, addMonths, daysBetween, isOnOrBefore, isWithin } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { watchedAtReviewSetting } from '../settings.ts'

/** What is known of a child without asking, for a review on a day; null where nothing says. */
export interface KnownWithoutAsking {
  carePlanCurrent: boolean | null
  healthAssessmentCurrent: boolean | null
  pepCurrent: boolean | null
  pathwayPlanCurrent: boolean | null
  goingMissing: boolean | null
}

/** A plan is in date where none of its limits has passed and one was made; not where one has passed. */
function isCurrent(world: World, child: string, kind: DeadlineKind, made: readonly CheckKind[]): boolean | null {
  const due = openDeadlinesOf(world, child).filter(({ clock }) => clock.kind === kind)
  if (due.some(({ state }) => state === 'overdue')) return false
  const isMade = checksOf(world, child).some((check) => made.includes(check.kind) && isOnOrBefore(check.on, world.asAt))
  return isMade ? true : null
}

/** What the registers and the return say of the questions of the monitoring form, so that nobody is asked what is known. */
export function knownWithoutAsking(world: World, child: string, heldOn: PlainDate): KnownWithoutAsking {
  const missing = historyOf(world, child)?.record.missing ?? []
  const wasMissing = missing.some(({ from }) => isWithin(from, addMonths(heldOn, -6), heldOn))
  return {
    carePlanCurrent: isCurrent(world, child, careKinds.carePlan, ['CARE_PLAN']),
    healthAssessmentCurrent: isCurrent(world, child, careKinds.health, healthAssessments),
    pepCurrent: isCurrent(world, child, careKinds.education, ['PEP']),
    pathwayPlanCurrent: isCurrent(world, child, careKinds.pathwayPlan, ['PATHWAY_PLAN']),
    goingMissing: wasMissing ? true : null,
  }
}

/** What the law and the kind of placement ask of a review on a day: what applies to this child alone. */
export interface AsksOfChild {
  /** Since when the child is looked after by agreement (section 20); null under any other legal status. */
  section20Since: PlainDate | null
  /** The return's code of a placement to be watched; null for any other. */
  watchedPlacement: string | null
}

/** What is to be asked about this child at a review on a day. */
export function asksOfChild(world: World, child: string, heldOn: PlainDate): AsksOfChild {
  const history = historyOf(world, child)
  const period = history && periodOn(history, heldOn)
  if (!period) return { section20Since: null, watchedPlacement: null }
  const now = episodeOn(period, heldOn)
  const before = period.episodes.filter(({ from }) => isOnOrBefore(from, heldOn))
  const otherwise = before.findLastIndex(({ legalStatus }) => legalStatus !== SECTION_20)
  const type = placementOn(period.placements, heldOn)?.type ?? ''
  return {
    section20Since: now?.legalStatus === SECTION_20 ? (before[otherwise + 1]?.from ?? null) : null,
    watchedPlacement: watchedAtReviewSetting.of(world.settings).includes(type) ? type : null,
  }
}

/** The return's code of being looked after by agreement. */
const SECTION_20 = 'V2'

/** How long something has gone on, in words: `9 months`, `2 years and 3 months`. */
export function lengthOf(from: PlainDate, to: PlainDate): string {
  const months = Math.max(0, (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0))
  if (months === 0) return counted(daysBetween(from, to), 'day')
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return [years > 0 ? counted(years, 'year') : '', rest > 0 ? counted(rest, 'month') : ''].filter(Boolean).join(' and ')
}
