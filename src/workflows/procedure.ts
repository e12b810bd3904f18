import type { Clock, Confidence } from '../clocks/clock.ts'
import { workflow } from './describe.ts'
import type { Procedure, Stage } from './procedureSchema.ts'
import { limitInWords } from './words.ts'
import type { Need, StateClock, Step, Workflow } from './workflow.ts'

/** A way in which a procedure of stages is over. */
export interface Ending {
  /** Where it stands then: `Resolved`. */
  state: string
  /** How it comes to that. */
  step: Omit<Step, 'moves'> & { event: string }
}

/** What a room fixes of a procedure whose stages an authority chooses. */
export interface ProcedureFrame {
  name: string
  label: string
  takers?: Readonly<Record<string, string>>
  /** Who may move it to the next stage, and what skipping stages needs. */
  moving: { by?: readonly string[]; needsToSkip: readonly Need[] }
  /** How it ends, by the name of the state and the step at once: `resolved`. */
  endings: Readonly<Record<string, Ending>>
  /** What may be noted in any stage, and leads nowhere. */
  notes?: Readonly<Record<string, Omit<Step, 'moves'>>>
  /** What the clocks of its stages, and the one over all of them, have in common. */
  clocks: Pick<Clock, 'kind'> & { stage: FrameClock; overall: FrameClock }
}

/** A clock of a frame: `title` is what must be done (`Answer to a challenge`). */
export interface FrameClock {
  id: string
  title: string
  confidence: Confidence
}

/**
 * The workflow of an authority's own procedure. Its stages are gone through in their order; one may be skipped for a
 * recorded reason, or without one to a stage that is open at any time; each way of ending is open in every stage.
 * Throws `BadWorkflow` for a procedure that the schema of the same frame (`procedureSchema`) would refuse.
 */
export function procedureWorkflow(procedure: Procedure, frame: ProcedureFrame): Workflow {
  const { stages } = procedure
  const keys = stages.map(({ key }) => key)
  const everywhere = (to: string) => Object.fromEntries(keys.map((key) => [key, to]))
  return workflow({
    name: frame.name,
    label: frame.label,
    states: {
      ...Object.fromEntries(stages.map(({ key, label, isStart }) => [key, { label, isStart }])),
      ...Object.fromEntries(
        Object.entries(frame.endings).map(([name, { state }]) => [name, { label: state, isEnd: true }]),
      ),
    },
    steps: {
      ...Object.fromEntries(stages.flatMap((stage, index) => stepsTo(stage, keys.slice(0, index), frame))),
      ...Object.fromEntries(
        Object.entries(frame.endings).map(([name, { step }]) => [name, { ...step, moves: everywhere(name) }]),
      ),
      ...Object.fromEntries(
        Object.entries(frame.notes ?? {}).map(([name, step]) => [
          name,
          { ...step, moves: Object.fromEntries(keys.map((key) => [key, key])) },
        ]),
      ),
    },
    ...(frame.takers && { takers: frame.takers }),
    clocks: [
      ...stages.flatMap((stage, index) => stageClock(stage, stages[index + 1], procedure, frame)),
      ...overallClock(procedure, frame),
    ],
  })
}

/** The names of the steps that lead to a stage. */
export const nextTo = (key: string): string => `next_to_${key}`
export const skipTo = (key: string): string => `skip_to_${key}`

/** How a stage is come to from those before it. */
function stepsTo(
  { key, label, isOpenAtAnyTime }: Stage,
  before: readonly string[],
  { moving }: ProcedureFrame,
): [string, Step][] {
  const event = `its passing to “${label}”`
  const by = moving.by && { by: moving.by }
  const movesFrom = (from: readonly string[]) => Object.fromEntries(from.map((one) => [one, key]))
  const next: Step = { label: `Pass to “${label}”`, event, ...by, moves: movesFrom(before.slice(-1)) }
  const skip: Step = {
    label: `Pass at once to “${label}”`,
    event,
    ...by,
    moves: movesFrom(before.slice(0, -1)),
    needs: isOpenAtAnyTime ? [] : moving.needsToSkip,
  }
  const steps: [string, Step][] = []
  if (before.length > 0) steps.push([nextTo(key), next])
  if (before.length > 1) steps.push([skipTo(key), skip])
  return steps
}

function stageClock(
  { key, label, owner, limit }: Stage,
  next: Stage | undefined,
  { source }: Procedure,
  { clocks, endings }: ProcedureFrame,
): StateClock[] {
  if (limit === null) return []
  const who = owner === '' ? '' : ` by the ${owner}`
  return [
    {
      clock: { ...clocks.stage, kind: clocks.kind, title: `${clocks.stage.title}: ${label}`, limit, rule: `within ${limitInWords(limit)} of “${label}”${who}`, source }, // prettier-ignore
      runsIn: [key],
      satisfiedBy: Object.keys(endings),
      ...(next && { whenPassed: { proposes: nextTo(next.key) } }),
    },
  ]
}

function overallClock({ overall, stages, source }: Procedure, { clocks, endings }: ProcedureFrame): StateClock[] {
  if (overall === null) return []
  const from = stages.findIndex(({ key }) => key === overall.from)
  const end = stages.findIndex(({ endsOverall }, index) => index > from && endsOverall)
  const runsIn = stages.slice(from, end === -1 ? undefined : end).map(({ key }) => key)
  const isWhereItRuns = ({ key }: Stage) => runsIn.includes(key)
  const leadingOut = stages.flatMap(({ key, endsOverall }, index) => [
    ...(endsOverall && stages.slice(0, index).slice(-1).some(isWhereItRuns) ? [nextTo(key)] : []),
    ...(endsOverall && stages.slice(0, index).slice(0, -1).some(isWhereItRuns) ? [skipTo(key)] : []),
  ])
  return [
    {
      clock: { ...clocks.overall, kind: clocks.kind, limit: overall.limit, rule: `within ${limitInWords(overall.limit)} from “${stages[from]?.label ?? ''}” to the end`, source }, // prettier-ignore
      runsIn,
      satisfiedBy: [...Object.keys(endings), ...leadingOut],
    },
  ]
}
