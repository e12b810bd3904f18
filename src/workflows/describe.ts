import { problemsOfWorkflow } from './check.ts'
import type { Workflow } from './workflow.ts'

/** A workflow that could not work, with everything that is wrong with it. */
export class BadWorkflow extends Error {
  override readonly name = 'BadWorkflow'
  readonly problems: readonly string[]
  constructor(workflow: string, problems: readonly string[]) {
    super(`the workflow ${workflow} can not work: ${problems.join('; ')}`)
    this.problems = problems
  }
}

/** Describes a workflow. Throws `BadWorkflow` where it could not work (`problemsOfWorkflow`). */
export function workflow<StateName extends string, StepName extends string>(
  described: Workflow<StateName, StepName>,
): Workflow<StateName, StepName> {
  const problems = problemsOfWorkflow(described)
  if (problems.length > 0) throw new BadWorkflow(described.name, problems)
  return described
}

/** The state to which the step leads; null where it can't be taken there. */
export function stateAfter<StateName extends string, StepName extends string>(
  { steps }: Workflow<StateName, StepName>,
  state: StateName,
  step: StepName,
): StateName | null {
  const { moves } = steps[step]
  return Object.hasOwn(moves, state) ? (moves[state] ?? null) : null
}

/** The names of a workflow's states or steps, in the order of their description. */
export const namesOf = <Name extends string>(described: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(described).filter((name): name is Name => Object.hasOwn(described, name))
