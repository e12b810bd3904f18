import type { StateClock, Workflow } from './workflow.ts'

/**
 * Why a workflow could not work, each as half a sentence; empty where it could. Nothing may be unknown, unreachable or
 * endless: every name is described, each state can be reached, and from each an end can be.
 */
export function problemsOfWorkflow(described: Workflow): string[] {
  const unknown = unknownNames(described)
  // Where names are unknown, what can be reached is not worth saying yet.
  if (unknown.length > 0) return unknown
  return [
    ...problemsOfStates(described),
    ...(described.clocks ?? []).flatMap((clock) => problemsOfClock(described, clock)),
  ]
}

function unknownNames({ states, steps, takers = {}, clocks = [] }: Workflow): string[] {
  const state = (name: string, where: string) =>
    Object.hasOwn(states, name) ? [] : [`${where} names the state ${name}, which is not described`]
  const step = (name: string, where: string) =>
    Object.hasOwn(steps, name) ? [] : [`${where} names the step ${name}, which is not described`]
  return [
    ...Object.entries(steps).flatMap(([name, { moves, by = [] }]) => [
      ...Object.entries(moves).flatMap(([from, to]) =>
        [from, to ?? from].flatMap((one) => state(one, `the step ${name}`)),
      ),
      ...by
        .filter((taker) => !Object.hasOwn(takers, taker))
        .map((taker) => `the step ${name} is for ${taker}, whom “takers” does not describe`),
    ]),
    ...clocks.flatMap(({ clock, runsIn, satisfiedBy, pausedIn = [], extendedBy = [], whenPassed }) => {
      const where = `the clock ${clock.id}`
      const passed = whenPassed === undefined ? [] : ['takes' in whenPassed ? whenPassed.takes : whenPassed.proposes]
      return [
        ...[...runsIn, ...pausedIn].flatMap((name) => state(name, where)),
        ...[...satisfiedBy, ...extendedBy.map((one) => one.step), ...passed].flatMap((name) => step(name, where)),
      ]
    }),
  ]
}

function problemsOfStates({ states, steps }: Workflow): string[] {
  const names = Object.keys(states)
  const moves = Object.values(steps).flatMap((step) => Object.entries(step.moves))
  const forward = moves.map(([from, to = from]) => ({ from, to }))
  const starts = names.filter((name) => states[name]?.isStart)
  const ends = names.filter((name) => states[name]?.isEnd)
  const reached = closure(starts, forward)
  const ending = closure(
    ends,
    forward.map(({ from, to }) => ({ from: to, to: from })),
  )
  return [
    ...(starts.length === 0 ? ['it can begin nowhere'] : []),
    ...names
      .filter((name) => starts.length > 0 && !reached.has(name))
      .map((name) => `nothing leads to the state ${name}`),
    ...names.filter((name) => !ending.has(name)).map((name) => `nothing leads from the state ${name} to an end`),
    ...forward
      .filter(({ from, to }) => from !== to && states[from]?.isEnd)
      .map(({ from, to }) => `the state ${from} is an end, and a step leads on to ${to}`),
    ...Object.entries(steps)
      .filter(([, step]) => Object.keys(step.moves).length === 0)
      .map(([name]) => `the step ${name} can be taken nowhere`),
  ]
}

/** All that can be reached from these, themselves included. */
function closure(from: readonly string[], moves: readonly { from: string; to: string }[]): ReadonlySet<string> {
  const reached = new Set(from)
  // A set gives what is added while it is gone through.
  for (const state of reached) for (const move of moves) if (move.from === state) reached.add(move.to)
  return reached
}

function problemsOfClock({ states, steps }: Workflow, described: StateClock): string[] {
  const { clock, runsIn, satisfiedBy, pausedIn = [], extendedBy = [], notBefore, whenPassed } = described
  const { amount, unit } = clock.limit
  const isTakenIn = (step: string, state: string) => Object.hasOwn(steps[step]?.moves ?? {}, state)
  const nowhere = (step: string) => !runsIn.some((state) => isTakenIn(step, state))
  const takes = whenPassed && 'takes' in whenPassed ? whenPassed.takes : null
  const starting = Object.entries(steps)
    .filter(([, step]) =>
      Object.entries(step.moves).some(([from, to = from]) => runsIn.includes(to) && !runsIn.includes(from)),
    )
    .map(([name]) => name)
  const wrong = [
    ...(Number.isInteger(amount) && amount >= 0 ? [] : ['has a limit that is no whole number']),
    ...(runsIn.length === 0 ? ['runs nowhere'] : []),
    ...runsIn.filter((state) => states[state]?.isEnd).map((state) => `runs in ${state}, which is an end`),
    ...pausedIn
      .filter((state) => !runsIn.includes(state))
      .map((state) => `stands still in ${state}, where it does not run`),
    ...(pausedIn.length > 0 && unit === 'months' ? ['counts months, which can not stand still'] : []),
    ...(notBefore && notBefore.unit === unit && notBefore.amount > amount
      ? ['can be kept only after it has passed']
      : []),
    ...satisfiedBy.filter(nowhere).map((step) => `is kept by ${step}, which can not be taken where it runs`),
    ...extendedBy
      .filter(({ step }) => nowhere(step))
      .map(({ step }) => `is extended by ${step}, which can not be taken where it runs`),
    ...extendedBy
      .filter(({ step, fact }) => !steps[step]?.needs?.some((need) => need.fact === fact))
      .map(({ step, fact }) => `is extended by ${fact}, which the step ${step} does not need`),
    ...runsIn
      .filter((state) => takes !== null && !pausedIn.includes(state) && !isTakenIn(takes, state))
      .map((state) => `takes ${takes} when it has passed, which can not be taken in ${state}`),
    ...[...new Set([...starting, ...satisfiedBy])]
      .filter((step) => steps[step]?.event === undefined)
      .map((step) => `starts or ends with ${step}, which has no words as an event`),
  ]
  return wrong.map((what) => `the clock ${clock.id} ${what}`)
}
