import { iroAppointmentSetting } from '../../children/settings.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../calendar/workingDays.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { allocationsOf, officerIdOf } from '../../officers/domain/allocations.ts'
import { type World, lookedAfterOn } from '../../children/domain/world.ts'
import { type PlainDate, addDays, compareDates, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
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
