import { started } from '../../clocks/started.ts'
import { birthdayOf, isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { type WatchedPersonFact, people } from '../../children/registers/people.ts'
import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'
import {
  type PlainDate,
  addMonths,
  compareDates,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  laterOf,
} from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { counted } from '../../kernel/words.ts'
import { type VisitFact, visits } from '../../oversight/registers/visits.ts'
import { heldDays } from '../../reviews/domain/kept.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { privateFosteringSetting } from '../settings.ts'
import { fosteringClocks } from './clocks.ts'

/** Whether this is a private arrangement on a day. Nobody of 18 is fostered (Children Act 1989, section 66). */
export const isArrangementOn = (person: WatchedPersonFact, day: PlainDate): boolean =>
  person.kind === 'PRIVATE_FOSTERING' && isUnderWatch(person, day) && isBefore(day, birthdayOf(person, 18))

/** The arrangements that the service watches over on the day of the world. */
const arrangementsOf = rememberedFor((world: World): readonly WatchedPersonFact[] =>
  recordsOf(world, people).filter((one) => isArrangementOn(one, world.asAt)),
)

/** The children of these arrangements, each once. */
export const privatelyFostered = (world: World): string[] => [
  ...new Set(arrangementsOf(world).map(({ child }) => child)),
]

/** The clocks of a child's private arrangement: its notice, visits and reports. CLK-PF-1 to -3, CLK-OVR-7. */
export function privateFosteringRunsOf(world: World, child: string): readonly ClockRun[] {
  const arrangement = watchedRowsOf(world, child).findLast((one) => isArrangementOn(one, world.asAt))
  if (!arrangement) return []
  return [...noticeRuns(world, arrangement), ...visitRuns(world, arrangement), ...reportRuns(world, arrangement)]
}

/** CLK-PF-1: the proposer's, while the arrangement has not begun. Nothing here says that the notice came. */
function noticeRuns({ asAt }: World, { child, plannedFrom }: WatchedPersonFact): ClockRun[] {
  if (!plannedFrom || isOnOrBefore(plannedFrom, asAt)) return []
  return [
    started(
      fosteringClocks.privateNotice,
      child,
      { what: 'the day it is to begin,', on: plannedFrom },
      { isSatisfactionRecorded: false },
    ),
  ]
}

/** CLK-PF-2, -3: the first visit from the notice, then each from the one before. */
function visitRuns(world: World, { child, from, plannedFrom }: WatchedPersonFact): ClockRun[] {
  const known = visitsOf(world).get(child) ?? []
  const made = known.map(({ on }) => on).filter((on) => isOnOrAfter(on, from) && isOnOrBefore(on, world.asAt))
  const [first] = made
  const last = made.at(-1)
  const isFromAware = privateFosteringSetting.of(world.settings).visitsCountFrom === 'aware'
  const firstVisit = started(fosteringClocks.privateFirstVisit, child, { what: 'being notified', on: from })
  const runs: ClockRun[] = first
    ? [{ ...firstVisit, satisfiedBy: { what: 'the first visit', on: first } }]
    : [firstVisit]
  if (last || isFromAware) {
    const begun = plannedFrom === null ? from : laterOf(from, plannedFrom)
    const startedBy: ClockEvent = last
      ? { what: 'the last visit', on: last }
      : { what: 'the authority becoming aware', on: from }
    // Nobody is fostered before the arrangement begins: the interval begins with it.
    const start = isBefore(startedBy.on, begun) ? { what: 'the beginning of the arrangement', on: begun } : startedBy
    runs.push(started(intervalFrom(start.on, begun), child, start))
  }
  // Where the register has any visit, one that is not there was not made.
  const isSatisfactionRecorded = recordsOf(world, visits).length > 0
  return runs.map((run) => ({ ...run, isSatisfactionRecorded }))
}

/** Where an interval goes on over the end of the first year, the limit is that of the day on which it began. */
const intervalFrom = (start: PlainDate, begun: PlainDate): Clock =>
  isBefore(start, addMonths(begun, 12)) ? fosteringClocks.privateVisit : fosteringClocks.privateLaterVisit

/** CLK-OVR-7: a report to senior leaders, which a review of the arrangement stands for. Local practice. */
function reportRuns(world: World, { child, from }: WatchedPersonFact): ClockRun[] {
  const { reportMonths } = privateFosteringSetting.of(world.settings)
  if (reportMonths === 0) return []
  const last = heldDays(registerReviewsOf(world, child), ['PRIVATE_FOSTERING'], world.asAt).findLast((day) =>
    isOnOrAfter(day, from),
  )
  const clock: Clock = {
    ...fosteringClocks.privateSummary,
    limit: { amount: reportMonths, unit: 'months' },
    rule: `every ${counted(reportMonths, 'month')}, to senior leaders`,
  }
  return [
    started(
      clock,
      child,
      last
        ? { what: 'the last review of the arrangement, held', on: last }
        : { what: 'becoming aware of it', on: from },
    ),
  ]
}

const visitsOf = rememberedFor((world: World) => byChild(recordsOf(world, visits)))
const byChild = rememberedFor((all: readonly VisitFact[]) =>
  Map.groupBy(
    all.filter(({ kind }) => kind === 'PRIVATE_FOSTERING').sort((a, b) => compareDates(a.on, b.on)),
    ({ child }) => child,
  ),
)
