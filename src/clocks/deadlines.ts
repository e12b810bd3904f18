import type { BankHolidays } from '../calendar/bankHolidays.ts'
import { unlessCalendarTooShort } from '../calendar/bankHolidays.ts'
import { addWorkingDays, latestPracticalDate } from '../calendar/workingDays.ts'
import { type PlainDate, addDays, addMonths, daysBetween, isAfter, isBefore } from '../kernel/dates.ts'
import type { ClockRun, Deadline, DeadlineState, Limit } from './clock.ts'

/** The last day on which the limit is kept. Throws `CalendarTooShort` for working days past the known holidays. */
export function dueDate(startedOn: PlainDate, limit: Limit, holidays: BankHolidays): PlainDate {
  switch (limit.unit) {
    case 'working_days':
      return addWorkingDays(startedOn, limit.amount, holidays)
    case 'calendar_days':
      return addDays(startedOn, limit.amount)
    case 'months':
      return addMonths(startedOn, limit.amount)
  }
}

/** `dueDate`, or null where the list of holidays does not reach: for histories that begin before the list does. */
export function dueDateIfKnown(startedOn: PlainDate, limit: Limit, holidays: BankHolidays): PlainDate | null {
  return unlessCalendarTooShort(() => dueDate(startedOn, limit, holidays))
}

/**
 * What a run of a clock asks for by when, and where it stands on `today`. Null where the limit can't be computed
 * because the list of holidays does not reach: no date is ever guessed.
 */
export function deadlineOf(run: ClockRun, today: PlainDate, holidays: BankHolidays): Deadline | null {
  const due = dueDateIfKnown(run.startedBy.on, run.clock.limit, holidays)
  if (due === null) return null
  const state = stateOf(run, due, today)
  return {
    clock: run.clock,
    child: run.child,
    startedBy: run.startedBy,
    due,
    latestPractical: unlessCalendarTooShort(() => latestPracticalDate(due, holidays)),
    notBefore: run.notBefore,
    satisfiedBy: run.satisfiedBy,
    endedBy: run.endedBy,
    isSatisfactionRecorded: run.isSatisfactionRecorded,
    state,
    daysLate: daysLate(run, due, today, state),
    notes: run.notes,
  }
}

/** The due day itself is in time, to midnight at its end. Rulebook 0.3 and 0.5. */
function stateOf(run: ClockRun, due: PlainDate, today: PlainDate): DeadlineState {
  if (run.satisfiedBy) return isAfter(run.satisfiedBy.on, due) ? 'met_late' : 'met'
  if (run.endedBy && !isAfter(run.endedBy.on, due)) return 'lapsed'
  if (!isAfter(today, due)) return 'running'
  return run.isSatisfactionRecorded ? 'overdue' : 'not_known'
}

function daysLate(run: ClockRun, due: PlainDate, today: PlainDate, state: DeadlineState): number {
  if (state === 'met_late' && run.satisfiedBy) return daysBetween(due, run.satisfiedBy.on)
  if (state !== 'overdue') return 0
  return daysBetween(due, run.endedBy && isBefore(run.endedBy.on, today) ? run.endedBy.on : today)
}
