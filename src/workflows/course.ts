import type { BankHolidays } from '../calendar/bankHolidays.ts'
import { type PlainDate, isAfter, isBefore } from '../kernel/dates.ts'
import { type RunningClock, advance, clocksStartedIn, dayPassed } from './running.ts'
import { stateAfter } from './describe.ts'
import { type Given, type Refusal, whyNot } from './steps.ts'
import type { Workflow } from './workflow.ts'

/** How it began. */
export interface Beginning<StateName extends string = string> {
  state: StateName
  on: PlainDate
  /** After “from”: `the informal alert`. */
  event: string
}

/** A step that someone took. */
export interface StepTaken<StepName extends string = string> {
  step: StepName
  on: PlainDate
  given?: Given
}

/** How long it stood somewhere. */
export interface Spell<StateName extends string = string> {
  state: StateName
  from: PlainDate
  /** The day on which it was left; null while it stands there. */
  to: PlainDate | null
}

/** A step that could not be. `index`: its place in the history. */
export interface RefusedStep<StepName extends string = string> {
  index: number
  step: StepName
  refusal: Refusal
}

/** How something went, as far as is known on a day. */
export interface Course<StateName extends string = string, StepName extends string = string> {
  asAt: PlainDate
  state: StateName
  /** Every state that it was in, in order; the last is where it stands. */
  spells: readonly [...Spell<StateName>[], Spell<StateName>]
  /** Every start of a clock, in order, with those that have ended. */
  clocks: readonly RunningClock<StateName, StepName>[]
  /** Steps of the history that could not be: they count for nothing. */
  refused: readonly RefusedStep<StepName>[]
  /** Steps that no one took, but that silence stood for. */
  silent: readonly { step: StepName; on: PlainDate }[]
}

/**
 * How something that began so, and of which these steps are known, stands at the end of a day. Null where it had not begun.
 *
 * The steps are in the order in which they were taken; those after the day are not looked at. A step that could not be is
 * left out and told. Throws `RangeError` where the workflow does not know the state in which it began. Where a clock passes whose passing means a step (`takes`), that step counts from the day after.
 */
export function courseOn<StateName extends string, StepName extends string>(
  workflow: Workflow<StateName, StepName>,
  beginning: Beginning<StateName>,
  history: readonly StepTaken<StepName>[],
  day: PlainDate,
  holidays: BankHolidays,
): Course<StateName, StepName> | null {
  demandKnown(workflow, beginning.state)
  if (isAfter(beginning.on, day)) return null
  let state = beginning.state
  let last: Spell<StateName> = { state, from: beginning.on, to: null }
  const left: Spell<StateName>[] = []
  let lastDay = beginning.on
  let clocks = clocksStartedIn(workflow, state, { what: beginning.event, on: beginning.on })
  const refused: RefusedStep<StepName>[] = []
  const silent: { step: StepName; on: PlainDate }[] = []

  const take = (step: StepName, on: PlainDate, given: Given, isSilent: boolean) => {
    const to = stateAfter(workflow, state, step) ?? state
    clocks = advance(workflow, clocks, { step, from: state, to, on, given, isSilent }, holidays)
    if (to !== state) {
      left.push({ ...last, to: on })
      last = { state: to, from: on, to: null }
    }
    state = to
    lastDay = on
  }
  const takeSilentSteps = (until: PlainDate) => {
    for (;;) {
      const next = dayPassed(clocks, holidays)
      if (next === null || isAfter(next.on, until)) return
      silent.push(next)
      take(next.step, next.on, {}, true)
    }
  }

  for (const [index, { step, on, given = {} }] of history.entries()) {
    if (isAfter(on, day)) break
    takeSilentSteps(on)
    const refusal = whyNotAfter(workflow, state, lastDay, { step, on, given })
    if (refusal) refused.push({ index, step, refusal })
    else take(step, on, given, false)
  }
  takeSilentSteps(day)
  return { asAt: day, state, spells: [...left, last], clocks, refused, silent }
}

/**
 * The steps that could not have been, whatever the day on which it is asked: for checks of rows, in files and on pages.
 * Silence, which depends on the day, counts for nothing here. Throws as `courseOn` does.
 */
export function impossibleSteps<StateName extends string, StepName extends string>(
  workflow: Workflow<StateName, StepName>,
  beginning: Beginning<StateName>,
  history: readonly StepTaken<StepName>[],
): RefusedStep<StepName>[] {
  demandKnown(workflow, beginning.state)
  let { state, on: lastDay } = beginning
  return history.flatMap((taken, index) => {
    const { step, on } = taken
    const refusal = whyNotAfter(workflow, state, lastDay, taken)
    if (refusal) return [{ index, step, refusal }]
    state = stateAfter(workflow, state, step) ?? state
    lastDay = on
    return []
  })
}

const whyNotAfter = <StateName extends string, StepName extends string>(
  workflow: Workflow<StateName, StepName>,
  state: StateName,
  lastDay: PlainDate,
  { step, on, given = {} }: StepTaken<StepName>,
): Refusal | null =>
  isBefore(on, lastDay) ? { code: 'before_the_last', last: lastDay } : whyNot(workflow, state, step, given)

function demandKnown({ name, states }: Workflow, state: string): void {
  if (!Object.hasOwn(states, state)) throw new RangeError(`the workflow ${name} has no state ${state}`)
}
