import type { Clock } from '../clocks/clock.ts'

/** Where something stands. */
export interface State {
  /** For people: `Formal alert`. */
  label: string
  /** Whether it may begin here. */
  isStart?: boolean
  /** Whether it is over here: no step leads on to another state. */
  isEnd?: boolean
}

/** What must be recorded with a step. */
export interface Need {
  /** The fact's name, under which it is given. */
  fact: string
  /** For people, after “it needs”: `a reason`. */
  label: string
}

/** What someone, or a rule, does to it. */
export interface Step<StateName extends string = string> {
  /** For people, as a short order: `Escalate to the director`. */
  label: string
  /** As an event, after “from” or “by”: `the escalation to the director`. Asked for where a clock counts from it or ends with it. */
  event?: string
  /** Where it may be taken, and where it leads from there: to the same state, where it only notes something. */
  moves: Readonly<Partial<Record<StateName, StateName>>>
  /** Who may take it, any of these: names in `takers`. Left out: the person who may see it. */
  by?: readonly string[]
  needs?: readonly Need[]
}

/** A limit of time on the way. It starts when a state of `runsIn` is entered from outside them. */
export interface StateClock<StateName extends string = string, StepName extends string = string> {
  clock: Clock
  /** Where it runs. A step that leads out of these states ends it, satisfied or not. */
  runsIn: readonly StateName[]
  /** The steps by which it is kept. */
  satisfiedBy: readonly StepName[]
  /** Whether it starts again with each step that satisfies it without leading out of `runsIn`. */
  isRepeated?: boolean
  /** From how long after the start a step counts; before, the limit can't be kept yet. */
  notBefore?: Clock['limit']
  /** The states of `runsIn` in which it stands still. Not for limits in months. */
  pausedIn?: readonly StateName[]
  /** Steps that give more time: the fact that says how much, in the clock's own unit, and the most at a time. */
  extendedBy?: readonly { step: StepName; fact: string; most: number }[]
  /**
   * What comes after the limit has passed. `proposes`: a step for people to consider, which is never taken by itself.
   * `takes`: a step that counts as taken on the day after, since silence has a meaning; the clock then falls away.
   */
  whenPassed?: { proposes: StepName } | { takes: StepName }
}

/** A procedure as data: what may happen, who may do it, what it needs, and by when. */
export interface Workflow<StateName extends string = string, StepName extends string = string> {
  /** Among all workflows: `message`. */
  name: string
  /** For people: `Message`. */
  label: string
  states: Readonly<Record<StateName, State>>
  steps: Readonly<Record<StepName, Step<NoInfer<StateName>>>>
  /** Who may take steps: permissions, or rules of the room, by name, with the words for them. */
  takers?: Readonly<Record<string, string>>
  clocks?: readonly StateClock<NoInfer<StateName>, NoInfer<StepName>>[]
}
