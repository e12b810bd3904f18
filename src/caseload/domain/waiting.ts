import { iroAppointmentSetting } from '../../children/settings.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../calendar/workingDays.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { allocationsOf, officerIdOf } from '../../officers/domain/allocations.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { type World, lookedAfterOn } from '../../children/domain/world.ts'
import {
  type PlainDate,
  addDays,
  compareDates,
  daysBetween,
  earlierOf,
  isAfter,
  isBefore,
  isOnOrBefore,
  laterOf,
} from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { isInPost } from '../../officers/domain/service.ts'

/** Working days in which an officer who left must be followed by another, where none was named the same day. CLK-IRO-4. */
const WORKING_DAYS_TO_FILL_A_GAP = 5

/** A child looked after who has no officer. */
export interface WaitingChild {
  child: string
  /** The first day without. */
  since: PlainDate
  /** The day by which there must be one; null past the end of the list of bank holidays. */
  due: PlainDate | null
  isOverdue: boolean
  /** The officer before, in this period of care; null where the child has just become looked after. */
  before: string | null
  /** Who becomes the officer on a later day, where that is entered already. */
  next: AllocationFact | null
}

/** The children looked after on the day of the world who have no officer, the longest overdue first. CLK-IRO-1. */
export function waitingChildren(world: World): WaitingChild[] {
  const day = world.asAt
  return lookedAfterOn(world, day)
    .filter(({ history }) => officerIdOf(world, history.record.child, day) === null)
    .map(({ history, period }): WaitingChild => {
      const { child } = history.record
      const own = allocationsOf(world, child)
      const last = own
        .filter(({ to }) => to !== null && isOnOrBefore(to, day) && isAfter(to, period.startedOn))
        .sort((a, b) => compareDates(a.to ?? day, b.to ?? day))
        .at(-1)
      const since = last?.to ?? period.startedOn
      const days = last ? WORKING_DAYS_TO_FILL_A_GAP : iroAppointmentSetting.of(world.settings)
      const due = unlessCalendarTooShort(() => addWorkingDays(since, days, world.holidays))
      return {
        child,
        since,
        due,
        isOverdue: due !== null && isAfter(day, due),
        before: last?.officerId ?? null,
        next: own.filter(({ from }) => isAfter(from, day)).sort((a, b) => compareDates(a.from, b.from))[0] ?? null,
      }
    })
    .sort((a, b) => (a.due && b.due ? compareDates(a.due, b.due) : 0) || a.child.localeCompare(b.child))
}

/** Days on which a child looked after had no officer. */
export interface Gap {
  child: string
  from: PlainDate
  /** The first day with an officer again; null while there is none. */
  until: PlainDate | null
  /** Calendar days, up to the day of the world. */
  days: number
  why: 'before_the_first' | 'between' | 'after_the_last'
  /** The ids of the officers before and after it. */
  before: string | null
  after: string | null
  /** Whether it is no longer than the days in which a first officer must be named. */
  isWithinLimit: boolean
}

/** The first day of the register of allocations: of days before it nobody knows. */
const keptSince = rememberedFor((world: World): PlainDate | null =>
  recordsOf(world, allocations).reduce<PlainDate | null>(
    (first, { from }) => (first === null || isBefore(from, first) ? from : first),
    null,
  ),
)

/** The days on which the child was looked after and had no officer, as far as allocations are kept; in order. */
export function gapsOf(world: World, history: CareHistory): Gap[] {
  const kept = keptSince(world)
  if (kept === null) return []
  const { child } = history.record
  const own = [...allocationsOf(world, child)].sort((a, b) => compareDates(a.from, b.from))
  const dayAfter = addDays(world.asAt, 1)
  return history.periods.flatMap((period) => {
    const end = earlierOf(period.endedOn ?? dayAfter, dayAfter)
    const limit = unlessCalendarTooShort(() =>
      addWorkingDays(period.startedOn, iroAppointmentSetting.of(world.settings), world.holidays),
    )
    const gaps: Gap[] = []
    let from = laterOf(period.startedOn, kept)
    let before: string | null = null
    const note = (until: PlainDate, after: string | null) => {
      if (!isBefore(from, until)) return
      gaps.push({
        child,
        from,
        until: isAfter(until, world.asAt) ? null : until,
        days: daysBetween(from, until),
        why: before === null ? 'before_the_first' : after === null ? 'after_the_last' : 'between',
        before,
        after,
        isWithinLimit: before === null && limit !== null && !isAfter(earlierOf(until, world.asAt), limit),
      })
    }
    for (const one of own) {
      const to = one.to ?? dayAfter
      if (!isAfter(to, from) || !isBefore(one.from, end)) continue
      note(one.from, one.officerId)
      from = laterOf(from, to)
      before = one.officerId
    }
    note(end, null)
    return gaps
  })
}

/** A child whose officer is no longer in post, or will not be when the allocation goes on. */
export interface LeftBehind {
  child: string
  officer: OfficerFact
}

/**
 * The children whose open allocation is to an officer who is not in post on the day, although no other follows: nobody
 * has handed them over.
 */
export function leftBehind(world: World, day: PlainDate): LeftBehind[] {
  const officerOf = new Map(recordsOf(world, officers).map((officer) => [officer.officerId, officer]))
  return recordsOf(world, allocations)
    .flatMap((allocation) => {
      const officer = officerOf.get(allocation.officerId)
      const isLeft = isOpen(allocation, day) && officer !== undefined && !isInPost(officer, day)
      return isLeft ? [{ child: allocation.child, officer }] : []
    })
    .sort((a, b) => a.officer.name.localeCompare(b.officer.name) || a.child.localeCompare(b.child))
}

/** The children who would be without an officer from the day after this officer's last: those nobody follows. */
export const leftWithout = (
  officerId: string,
  endedOn: PlainDate,
  allocations: readonly AllocationFact[],
): readonly AllocationFact[] =>
  allocations
    .filter((one) => one.officerId === officerId && (one.to === null || isAfter(one.to, addDays(endedOn, 1))))
    .sort((a, b) => a.child.localeCompare(b.child))
