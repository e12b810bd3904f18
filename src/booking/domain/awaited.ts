import { reviews, type RegisterReviewFact, type RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { people } from '../../children/registers/people.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { isUnderWatch } from '../../children/domain/watched.ts'
import { namedByRegisters } from '../../reviews/domain/namedByRegisters.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { ClockRun, Deadline } from '../../clocks/clock.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { type PlainDate, compareDates, isBefore, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { reviewClocks } from '../../reviews/domain/clocks.ts'
import { reviewRuns } from '../../reviews/domain/deadlines.ts'
import { cycleOf, registerReviewsOf } from '../../reviews/domain/world.ts'

/** Reviews that serve one duty: a child has one of each group to be booked at a time. */
export type ReviewGroup = 'care' | 'short_breaks' | 'pathway' | 'other'

/** The group of each kind. `other`: no clock here asks for it, a panel or another room sees to it. */
export const groupOf: Readonly<Record<RegisterReviewKind, ReviewGroup>> = {
  CLA: 'care',
  ADOPTION: 'care',
  SHORT_BREAK: 'short_breaks',
  PATHWAY_18_25: 'pathway',
  SECURE: 'other',
  SUPERVISION_ORDER: 'other',
  PRIVATE_FOSTERING: 'other',
}

/** A review that is asked for, and by when. */
export interface AwaitedBooking {
  child: string
  kind: RegisterReviewKind
  deadline: Deadline
}

const ADOPTION_CLOCKS = ['CLK-REV-15', 'CLK-REV-16', 'CLK-REV-17']

/** The reviews that clocks ask for of one child on the day of the world. */
export function awaitedBookings(world: World, child: string): AwaitedBooking[] {
  const history = historyOf(world, child)
  const runs = history
    ? reviewRuns(history, cycleOf(world, history)).flatMap((run) => ofTheService(run, history, world))
    : []
  const pathway = pathwayRun(world, child)
  return [...runs, ...(pathway ? [pathway] : [])].flatMap((run) => {
    const deadline = deadlineOf(run, world.asAt, world.holidays)
    return deadline ? [{ child, kind: kindOf(run), deadline }] : []
  })
}

function kindOf({ clock }: ClockRun): RegisterReviewKind {
  if (clock.kind === 'short_break') return 'SHORT_BREAK'
  if (clock.kind === 'pathway_plan') return 'PATHWAY_18_25'
  return ADOPTION_CLOCKS.includes(clock.id) ? 'ADOPTION' : 'CLA'
}

/** Secure accommodation has a panel of its own, which a child's officer should not chair: CLK-REV-19. */
function ofTheService(run: ClockRun, history: CareHistory, world: World): ClockRun[] {
  if (run.clock.kind === 'secure') return []
  return run.clock.kind === 'short_break' ? [sinceLastShortBreakReview(run, history, world)] : [run]
}

/** The return holds no reviews of short breaks; where the register does, the next is counted from the last. CLK-REV-13. */
function sinceLastShortBreakReview(run: ClockRun, { record }: CareHistory, world: World): ClockRun {
  const isKept = recordsOf(world, reviews).some(({ kind }) => kind === 'SHORT_BREAK')
  const last = lastHeld(registerReviewsOf(world, record.child), ['SHORT_BREAK'], world.asAt)
  if (last === null || isBefore(last, run.startedBy.on)) return { ...run, isSatisfactionRecorded: isKept }
  return {
    ...run,
    clock: reviewClocks.laterShortBreaks,
    startedBy: { what: 'the last review of the short breaks, held', on: last },
    isSatisfactionRecorded: true,
  }
}

/** CLK-REV-20: six months after the last review, of the pathway plan or, before the 18th birthday, of the child's case. */
function pathwayRun(world: World, child: string): ClockRun | null {
  const leaver = recordsOf(world, people).find(
    (person) => person.child === child && person.kind === 'CARE_LEAVER' && isUnderWatch(person, world.asAt),
  )
  if (!leaver) return null
  const history = historyOf(world, child)
  const inCare = history ? cycleOf(world, history).held.map(({ heldOn }) => heldOn) : []
  const registered = lastHeld(registerReviewsOf(world, child), ['PATHWAY_18_25', 'CLA', 'ADOPTION'], world.asAt)
  const last = [...inCare, ...(registered ? [registered] : [])].sort(compareDates).at(-1) ?? null
  const startedBy =
    last === null
      ? { what: 'the 18th birthday, as no earlier review is known,', on: leaver.from }
      : {
          what: isOnOrAfter(last, leaver.from)
            ? 'the last pathway plan review, held'
            : 'the last review before 18, held',
          on: last,
        }
  return {
    clock: reviewClocks.pathway,
    child,
    startedBy,
    notBefore: null,
    satisfiedBy: null,
    endedBy: null,
    isSatisfactionRecorded: recordsOf(world, reviews).some(({ kind }) => kind === 'PATHWAY_18_25'),
    notes: [],
  }
}

/** The day of the last review of these kinds that was held, by a day; null where none was. */
export const lastHeld = (
  reviews: readonly RegisterReviewFact[],
  kinds: readonly RegisterReviewKind[],
  asAt: PlainDate,
): PlainDate | null =>
  reviews
    .flatMap(({ kind, status, heldOn }) =>
      status === 'HELD' && heldOn !== null && kinds.includes(kind) && isOnOrBefore(heldOn, asAt) ? [heldOn] : [],
    )
    .sort(compareDates)
    .at(-1) ?? null

/** Everyone of whom something may be booked: those in the returns, those watched over, those with a review planned. */
export function everyone(world: World): Set<string> {
  return new Set([
    ...world.histories.map(({ record }) => record.child),
    ...namedByRegisters(world.registers, world.asAt),
  ])
}

/** The officers of children on the day of the world: of the one they are allocated to. */
export const officersOf = (world: World): Map<string, string> =>
  new Map(
    recordsOf(world, allocations)
      .filter((allocation) => isOpen(allocation, world.asAt))
      .map(({ child, officerId }) => [child, officerId]),
  )
