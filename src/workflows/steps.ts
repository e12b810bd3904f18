import type { PlainDate } from '../kernel/dates.ts'
import { listed } from '../kernel/words.ts'
import { namesOf, stateAfter } from './describe.ts'
import type { Need, Workflow } from './workflow.ts'

/** What is recorded with a step, by the fact's name. A blank text, and null, are not given. */
export type Given = Readonly<Record<string, string | number | PlainDate | null>>

/** Whether the user is one of those whom `takers` describes: the user of a workflow knows. */
export type IsTaker = (name: string) => boolean

/** Why a step can't be taken. */
export type Refusal =
  | { code: 'unknown'; step: string }
  | { code: 'not_from_here'; state: string; from: readonly string[] }
  | { code: 'not_allowed'; takers: readonly string[] }
  | { code: 'facts_missing'; needs: readonly Need[] }
  | { code: 'too_much'; most: number; unit: string }
  | { code: 'before_the_last'; last: PlainDate }

/** A step as it is offered in a state. */
export interface Offer<StateName extends string, StepName extends string> {
  step: StepName
  label: string
  /** Where it leads; null where it can't be taken from here. */
  to: StateName | null
  needs: readonly Need[]
  /** Why it can't be taken by the user; null where it can, once what it needs is given. */
  refusal: Refusal | null
}

/** Every step in a state, with why the user can't take it. What it needs is asked for only when it is taken. */
export const stepsIn = <StateName extends string, StepName extends string>(
  workflow: Workflow<StateName, StepName>,
  state: StateName,
  isTaker: IsTaker,
): Offer<StateName, StepName>[] =>
  namesOf(workflow.steps).map((step) => ({
    step,
    label: workflow.steps[step].label,
    to: stateAfter(workflow, state, step),
    needs: workflow.steps[step].needs ?? [],
    refusal: notFromHere(workflow, state, step) ?? notAllowed(workflow, step, isTaker),
  }))

/** Why a step can't be taken in a state with what is given; null where it can. Who takes it: see `notAllowed`. */
export function whyNot<StateName extends string, StepName extends string>(
  workflow: Workflow<StateName, StepName>,
  state: StateName,
  step: StepName,
  given: Given,
): Refusal | null {
  // Rows may name a step of a procedure that has since been changed.
  if (!Object.hasOwn(workflow.steps, step)) return { code: 'unknown', step }
  const refusal = notFromHere(workflow, state, step)
  if (refusal) return refusal
  const missing = (workflow.steps[step].needs ?? []).filter(({ fact }) => !isGiven(given[fact]))
  if (missing.length > 0) return { code: 'facts_missing', needs: missing }
  for (const { clock, runsIn, extendedBy = [] } of workflow.clocks ?? []) {
    const extension = runsIn.includes(state) ? extendedBy.find((one) => one.step === step) : undefined
    if (extension && extensionIn(given, extension) === null)
      return { code: 'too_much', most: extension.most, unit: clock.limit.unit.replaceAll('_', ' ') }
  }
  return null
}

const isGiven = (value: Given[string] | undefined): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '')

/** By how much a clock is extended; null where what is given is no whole number from 1 to the most. */
export function extensionIn(given: Given, { fact, most }: { fact: string; most: number }): number | null {
  const amount = Number(given[fact] ?? Number.NaN)
  return Number.isInteger(amount) && amount >= 1 && amount <= most ? amount : null
}

function notFromHere<StateName extends string, StepName extends string>(
  workflow: Workflow<StateName, StepName>,
  state: StateName,
  step: StepName,
): Refusal | null {
  if (stateAfter(workflow, state, step) !== null) return null
  const from = namesOf(workflow.states).filter((other) => stateAfter(workflow, other, step) !== null)
  return {
    code: 'not_from_here',
    state: workflow.states[state].label,
    from: from.map((other) => workflow.states[other].label),
  }
}

/** Why the user is not one who may take the step, wherever it stands; null where they are. */
export function notAllowed<StateName extends string, StepName extends string>(
  { steps, takers = {} }: Workflow<StateName, StepName>,
  step: StepName,
  isTaker: IsTaker,
): Refusal | null {
  const { by } = steps[step]
  if (by === undefined || by.some(isTaker)) return null
  return { code: 'not_allowed', takers: by.map((name) => takers[name] ?? name) }
}

/** Why a step can't be taken, as a sentence. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unknown':
      return `There is no step “${refusal.step}” here.`
    case 'not_from_here':
      return `This can’t be done while it stands at “${refusal.state}”, only at ${listed(refusal.from.map((label) => `“${label}”`), 'or')}.` // prettier-ignore
    case 'not_allowed':
      return refusal.takers.length === 0 ? 'Nobody may do this.' : `Only ${listed(refusal.takers, 'or')} may do this.`
    case 'facts_missing':
      return `This needs ${listed(refusal.needs.map(({ label }) => label))}.`
    case 'too_much':
      return `It can be extended by 1 to ${refusal.most} ${refusal.unit} at a time.`
    case 'before_the_last':
      return `This was done before the step that comes before it.`
  }
}
