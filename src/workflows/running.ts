import { type BankHolidays, unlessCalendarTooShort } from '../calendar/bankHolidays.ts'
import { workingDaysBetween } from '../calendar/workingDays.ts'
import type { ClockEvent, Limit } from '../clocks/clock.ts'
import { dueDateIfKnown } from '../clocks/deadlines.ts'
import { type PlainDate, addDays, daysBetween, isAfter, isBefore, longDate } from '../kernel/dates.ts'
import { type Given, extensionIn } from './steps.ts'
import { limitInWords } from './words.ts'
import type { StateClock, Workflow } from './workflow.ts'

/** One start of a clock on the way. */
export interface RunningClock<StateName extends string = string, StepName extends string = string> {
  of: StateClock<StateName, StepName>
  startedBy: ClockEvent
  /** The limit with what it was extended by and stood still for; null where no calendar reaches to say for how long. */
  limit: Limit | null
  /** The day since which it stands still; null while it runs. */
  pausedSince: PlainDate | null
  satisfiedBy: ClockEvent | null
  endedBy: ClockEvent | null
  /** What was changed of it, in whole sentences. */
  notes: readonly string[]
}

/** A step as it changes the clocks. */
interface Change<StateName extends string, StepName extends string> {
  step: StepName
  from: StateName
  to: StateName
  on: PlainDate
  given: Given
  /** Whether nobody took it, but silence stood for it. */
  isSilent: boolean
}

const isOpen = ({ satisfiedBy, endedBy }: RunningClock): boolean => satisfiedBy === null && endedBy === null

/** The clocks that start where something begins. */
export const clocksStartedIn = <StateName extends string, StepName extends string>(
  { clocks = [] }: Workflow<StateName, StepName>,
  state: StateName,
  startedBy: ClockEvent,
): RunningClock<StateName, StepName>[] =>
  clocks.filter(({ runsIn }) => runsIn.includes(state)).map((of) => started(of, state, startedBy))

const started = <StateName extends string, StepName extends string>(
  of: StateClock<StateName, StepName>,
  state: StateName,
  startedBy: ClockEvent,
): RunningClock<StateName, StepName> => ({
  of,
  startedBy,
  limit: of.clock.limit,
  pausedSince: of.pausedIn?.includes(state) ? startedBy.on : null,
  satisfiedBy: null,
  endedBy: null,
  notes: [],
})

/** The clocks after a step: extended, standing still, going on, satisfied, ended and started. */
export function advance<StateName extends string, StepName extends string>(
  { steps, clocks: described = [] }: Workflow<StateName, StepName>,
  clocks: readonly RunningClock<StateName, StepName>[],
  change: Change<StateName, StepName>,
  holidays: BankHolidays,
): RunningClock<StateName, StepName>[] {
  const { step, from, to, on } = change
  const event: ClockEvent = { what: steps[step].event ?? steps[step].label, on }
  const after = clocks.map((clock) => (isOpen(clock) ? moved(clock, change, event, holidays) : clock))
  const startedNow = described.filter((of) => {
    if (!of.runsIn.includes(to)) return false
    if (!of.runsIn.includes(from)) return true
    return of.isRepeated === true && after.some((clock) => clock.of === of && clock.satisfiedBy === event)
  })
  return [...after, ...startedNow.map((of) => started(of, to, event))]
}

function moved<StateName extends string, StepName extends string>(
  clock: RunningClock<StateName, StepName>,
  { step, to, on, given, isSilent }: Change<StateName, StepName>,
  event: ClockEvent,
  holidays: BankHolidays,
): RunningClock<StateName, StepName> {
  const { of, startedBy } = clock
  const due = dueOf(clock, holidays)
  // Silence has a meaning, and is no failure: the duty ended with the limit.
  if (isSilent && due && isAfter(on, due)) {
    const takes = of.whenPassed && 'takes' in of.whenPassed ? of.whenPassed.takes : null
    if (takes === step) return { ...clock, endedBy: { what: event.what, on: due } }
  }
  const opensOn = of.notBefore && dueDateIfKnown(startedBy.on, of.notBefore, holidays)
  const isInWindow = !opensOn || !isBefore(on, opensOn)
  if (of.satisfiedBy.includes(step) && isInWindow) return { ...goesOn(clock, on, holidays), satisfiedBy: event }
  if (!of.runsIn.includes(to)) return { ...goesOn(clock, on, holidays), endedBy: event }
  const longer = extended(clock, step, on, given)
  const isPaused = of.pausedIn?.includes(to) ?? false
  if (!isPaused) return goesOn(longer, on, holidays)
  // What has passed does not come back by standing still.
  if (longer.pausedSince !== null || (due !== null && isAfter(on, due))) return longer
  return { ...longer, pausedSince: on }
}

function extended<Clock extends RunningClock>(clock: Clock, step: string, on: PlainDate, given: Given): Clock {
  const extension = clock.of.extendedBy?.find((one) => one.step === step)
  const amount = extension ? extensionIn(given, extension) : null
  if (amount === null || clock.limit === null) return clock
  const note = `It was extended by ${limitInWords({ ...clock.limit, amount })} on ${longDate(on)}.`
  return { ...clock, limit: { ...clock.limit, amount: clock.limit.amount + amount }, notes: [...clock.notes, note] }
}

/** A clock that stood still goes on: what it stood still for is added to its limit, in its own unit. */
function goesOn<Clock extends RunningClock>(clock: Clock, on: PlainDate, holidays: BankHolidays): Clock {
  const { pausedSince, limit } = clock
  if (pausedSince === null || limit === null) return { ...clock, pausedSince: null }
  const amount = unlessCalendarTooShort(() =>
    limit.unit === 'working_days' ? workingDaysBetween(pausedSince, on, holidays) : daysBetween(pausedSince, on),
  )
  if (amount === null) return { ...clock, pausedSince: null, limit: null }
  const note = `It stood still from ${longDate(pausedSince)} to ${longDate(on)}, ${limitInWords({ ...limit, amount })}.`
  return {
    ...clock,
    pausedSince: null,
    limit: { ...limit, amount: limit.amount + amount },
    notes: [...clock.notes, note],
  }
}

/** The last day of a clock that runs; null where it stands still, or where the list of holidays does not reach. */
export const dueOf = ({ startedBy, limit, pausedSince }: RunningClock, holidays: BankHolidays): PlainDate | null =>
  limit === null || pausedSince !== null ? null : dueDateIfKnown(startedBy.on, limit, holidays)

/** The next step that silence stands for, on the day after its clock has passed; null where no clock waits for one. */
export function dayPassed<StateName extends string, StepName extends string>(
  clocks: readonly RunningClock<StateName, StepName>[],
  holidays: BankHolidays,
): { step: StepName; on: PlainDate } | null {
  let first: { step: StepName; on: PlainDate } | null = null
  for (const clock of clocks) {
    const { whenPassed } = clock.of
    if (!isOpen(clock) || whenPassed === undefined || !('takes' in whenPassed)) continue
    const due = dueOf(clock, holidays)
    if (due === null) continue
    const on = addDays(due, 1)
    if (first === null || isBefore(on, first.on)) first = { step: whenPassed.takes, on }
  }
  return first
}
