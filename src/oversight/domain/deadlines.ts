import { isOpen } from '../../children/domain/allocations.ts'
import { type CareHistory, periodOn } from '../../children/domain/history.ts'
import { type World, historyOf, isAdultOn } from '../../children/domain/world.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { allocationsOf } from '../../officers/domain/allocations.ts'
import type { AllocationFact } from '../../officers/registers/allocations.ts'
import type { ReviewCycle } from '../../reviews/domain/cycle.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import type { Settings } from '../../settings/settings.ts'
import { recordsOf } from '../../world/world.ts'
import type { ContactPlanFact } from '../registers/contactPlans.ts'
import { type OversightEntry, oversight } from '../registers/oversight.ts'
import type { RatingFact } from '../registers/ratings.ts'
import type { ReviewRequestFact } from '../registers/reviewRequests.ts'
import type { VisitArrangementFact } from '../registers/visitArrangements.ts'
import { type VisitFact, visits } from '../registers/visits.ts'
import {
  type Overseen,
  childToldRuns,
  contactPlanRuns,
  firstMeetingRuns,
  midpointRuns,
  quarterRuns,
  ratingRuns,
  reviewRequestRuns,
} from './between.ts'
import {
  contactPlansOf,
  contactsKeptSince,
  entriesOf,
  ratingsOf,
  reviewRequestsOf,
  socialWorkVisitsKeptSince,
  upTo,
  visitArrangementsOf,
  visitsOf,
} from './entries.ts'
import { emergencyEntryRuns, unregisteredRuns } from './placements.ts'
import { shortBreakVisitRuns, visitRuns } from './visits.ts'

/** Those who do not see all have registers of their own: so many answers are remembered of a child. */
const SIGHTS_REMEMBERED = 4

const runsFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (
      cycle: ReviewCycle,
      settings: Settings,
      entries: readonly OversightEntry[],
      visited: readonly VisitFact[],
      ratings: readonly RatingFact[],
      plans: readonly ContactPlanFact[],
      visitsSince: PlainDate | null,
      contactsSince: PlainDate | null,
      requests: readonly ReviewRequestFact[],
      arrangements: readonly VisitArrangementFact[],
      allocated: readonly AllocationFact[],
    ): readonly ClockRun[] => {
      const { asAt, record } = history
      if (isAdultOn(record, asAt)) return []
      const seen = upTo(visited, asAt)
      const bySocialWorker = seen.filter(({ kind }) => kind === 'SOCIAL_WORK').map(({ on }) => on)
      // On a day before the first of them, the register held none.
      const keptSince = visitsSince && isOnOrBefore(visitsSince, asAt) ? visitsSince : null
      const known = { days: bySocialWorker, keptSince, arrangements }
      const period = periodOn(history, asAt)
      if (!period) return shortBreakVisitRuns(history, known)
      const of: Overseen = {
        history,
        period,
        cycle,
        settings,
        entries: upTo(entries, asAt),
        ratings: upTo(ratings, asAt),
        plans,
        contactsKeptSince: contactsSince,
      }
      return [
        ...midpointRuns(of),
        ...ratingRuns(of),
        ...quarterRuns(of),
        ...unregisteredRuns(of, seen),
        ...emergencyEntryRuns(of),
        ...contactPlanRuns(of),
        ...firstMeetingRuns(of),
        ...childToldRuns(of, allocated.find((one) => isOpen(one, asAt))?.from ?? null),
        ...reviewRequestRuns(of, requests),
        ...visitRuns(history, period, cycle, known),
      ]
    },
    SIGHTS_REMEMBERED,
  ),
)

/** The clocks on oversight of a child of this world, and on visits to the child; supervision orders aside. */
export function oversightRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  if (!history) return []
  return runsFrom(history)(
    cycleOf(world, history),
    world.settings,
    entriesOf(world, child),
    visitsOf(world, child),
    ratingsOf(world, child),
    contactPlansOf(world, child),
    socialWorkVisitsKeptSince(recordsOf(world, visits)),
    contactsKeptSince(recordsOf(world, oversight)),
    reviewRequestsOf(world, child),
    visitArrangementsOf(world, child),
    allocationsOf(world, child),
  )
}
