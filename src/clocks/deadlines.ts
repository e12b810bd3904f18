import type { BankHolidays } from '../calendar/bankHolidays.ts'
import { unlessCalendarTooShort } from '../calendar/bankHolidays.ts'
import { addWorkingDays, latestPracticalDate, workingDaysBefore } from '../calendar/workingDays.ts'
import { type PlainDate, addDays, addMonths, daysBetween, isAfter, isBefore } from '../kernel/dates.ts'
import { localOf, momentAt } from '../kernel/localTimes.ts'
import type { ClockEvent, ClockRun, Deadline, DeadlineState, Limit } from './clock.ts'

/** The last day on which the limit is kept. Throws `CalendarTooShort` for working days past the known holidays. */
export function dueDate(startedOn: PlainDate, limit: Limit, holidays: BankHolidays): PlainDate {
  if (limit.isBefore) return dueDateBefore(startedOn, limit, holidays)
  switch (limit.unit) {
    case 'working_days':
      return addWorkingDays(startedOn, limit.amount, holidays)
    case 'calendar_days':
      return addDays(startedOn, limit.amount)
    case 'months':
      return addMonths(startedOn, limit.amount)
    case 'hours':
      return hoursAfter({ on: startedOn }, limit.amount).day
  }
}

/** Throws where it would be counted in hours: nothing is due so many hours before something. */
function dueDateBefore(event: PlainDate, { amount, unit }: Limit, holidays: BankHolidays): PlainDate {
  switch (unit) {
    case 'working_days':
      return workingDaysBefore(event, amount, holidays)
    case 'calendar_days':
      return addDays(event, -amount)
    case 'months':
      return addMonths(event, -amount)
    case 'hours':
      throw new RangeError('no limit is counted back in hours')
  }
}

/** The local day and time so many hours after an event: after the first minute of its day where its time is not known. */
const hoursAfter = ({ on, at = '00:00' }: Pick<ClockEvent, 'on' | 'at'>, hours: number) =>
  localOf(momentAt(on, at).add({ hours }))

/** `dueDate`, or null where the list of holidays does not reach: for histories that begin before the list does. */
export function dueDateIfKnown(startedOn: PlainDate, limit: Limit, holidays: BankHolidays): PlainDate | null {
  return unlessCalendarTooShort(() => dueDate(startedOn, limit, holidays))
}

/**
 * What a run of a clock asks for by when, and where it stands on `today`. Null where the limit can't be computed
 * because the list of holidays does not reach: no date is ever guessed.
 */
export function deadlineOf(run: ClockRun, today: PlainDate, holidays: BankHolidays): Deadline | null {
  const { amount, unit } = run.clock.limit
  const moment = unit === 'hours' && run.startedBy.at !== undefined ? hoursAfter(run.startedBy, amount) : null
  const due = moment ? moment.day : dueDateIfKnown(run.startedBy.on, run.clock.limit, holidays)
  if (due === null) return null
  const last = { on: run.inTimeUntil ?? due, ...(moment && { at: moment.time }) }
  const state = stateOf(run, last, today)
  // Properties after one that may be missing take ten times as long to write, and every deadline passes here.
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
    daysLate: daysLate(run, last.on, today, state),
    notes: run.notes,
    ...(run.subject && { subject: run.subject }),
    ...(run.isKeptToDay && { isKeptToDay: run.isKeptToDay }),
    ...(moment && { dueAt: moment.time }),
    ...(run.inTimeUntil && { inTimeUntil: run.inTimeUntil }),
  }
}

/** The last day itself is in time, to midnight at its end, unless a time of it is. Rulebook 0.3 and 0.5. */
function stateOf(run: ClockRun, last: Pick<ClockEvent, 'on' | 'at'>, today: PlainDate): DeadlineState {
  if (run.satisfiedBy) return isLater(run.satisfiedBy, last) ? 'met_late' : 'met'
  if (run.endedBy && !isAfter(run.endedBy.on, last.on)) return 'lapsed'
  if (!isAfter(today, last.on)) return 'running'
  return run.isSatisfactionRecorded ? 'overdue' : 'not_known'
}

/** Whether an event came after the last moment that is in time: by their moments where both have a time. */
const isLater = (event: ClockEvent, last: Pick<ClockEvent, 'on' | 'at'>): boolean =>
  event.at !== undefined && last.at !== undefined
    ? momentAt(event.on, event.at).epochMilliseconds > momentAt(last.on, last.at).epochMilliseconds
    : isAfter(event.on, last.on)

function daysLate(run: ClockRun, due: PlainDate, today: PlainDate, state: DeadlineState): number {
  if (state === 'met_late' && run.satisfiedBy) return daysBetween(due, run.satisfiedBy.on)
  if (state !== 'overdue') return 0
  return daysBetween(due, run.endedBy && isBefore(run.endedBy.on, today) ? run.endedBy.on : today)
}
