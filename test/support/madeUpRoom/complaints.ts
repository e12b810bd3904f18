import * as z from 'zod'
import type { World } from '../../../src/children/domain/world.ts'
import { type ClockRun, deadlineKind } from '../../../src/clocks/clock.ts'
import type { PlainDate } from '../../../src/kernel/dates.ts'
import { day, mandatory, optional, person, text, wholeNumber } from '../../../src/registers/columns.ts'
import { type Fault, register } from '../../../src/registers/register.ts'
import { courseOn, impossibleSteps } from '../../../src/workflows/course.ts'
import { openRunsOf } from '../../../src/workflows/deadlines.ts'
import { type ProcedureFrame, procedureWorkflow } from '../../../src/workflows/procedure.ts'
import { procedureSchema } from '../../../src/workflows/procedureSchema.ts'
import { refusalInWords } from '../../../src/workflows/steps.ts'
import { recordsOf } from '../../../src/world/world.ts'

export const complaints = deadlineKind({ id: 'complaints', words: 'Complaints about books' })

const frame: ProcedureFrame = {
  name: 'complaint',
  label: 'Complaint about a book',
  moving: { needsToSkip: [{ fact: 'why', label: 'a reason' }] },
  endings: {
    resolved: { state: 'Resolved', step: { label: 'Resolve', event: 'its resolution', needs: [{ fact: 'why', label: 'what was agreed' }] } }, // prettier-ignore
  },
  clocks: {
    kind: complaints,
    stage: { id: 'LIB-4', title: 'Answer to a complaint', confidence: 'local practice' },
    overall: { id: 'LIB-5', title: 'End of a complaint', confidence: 'likely' },
  },
}

/** Complaints go through two stages, of 5 and 10 working days, and take at most 20. */
export const complaintWorkflow = procedureWorkflow(
  procedureSchema({ mostStages: 5, longestLimit: 40, reserved: ['resolved'] }).parse({
    source: 'Rules of the library',
    stages: [
      { key: 'desk', label: 'Desk', limit: { amount: 5, unit: 'working_days' }, isStart: true },
      { key: 'head', label: 'Head librarian', limit: { amount: 10, unit: 'working_days' } },
    ],
    overall: { limit: { amount: 20, unit: 'working_days' }, from: 'desk' },
  }),
  frame,
)

interface StepRow {
  complaint: string
  number: number
  child: string
  step: string
  on: PlainDate
  why: string | null
}

/** What people did about a complaint, step by step; the first row is the complaint itself. */
export const complaintSteps = register({
  name: 'complaint_steps',
  summary: 'Each step of a complaint about a book.',
  key: ['complaint', 'number'],
  columns: z.object({
    complaint: mandatory(text('Which complaint'), 'complaint_ref'),
    number: mandatory(wholeNumber('Which step of it')),
    child: mandatory(person('Whose complaint')),
    step: mandatory(text('What was done')),
    on: mandatory(day('When it was done'), 'step_date'),
    why: optional(text('Why, or what was agreed')),
  }),
  setChecks: [
    (rows) => new Map(complaintsAmong([...rows].map(([key, row]) => ({ ...row, key }))).flatMap(faultsOfComplaint)),
  ],
})

const beginningOf = ({ step, on }: StepRow) => ({ state: step, on, event: 'the complaint' })

/** Each complaint of these rows: how it began, and the steps after that, in their order. */
function complaintsAmong<Row extends StepRow>(rows: readonly Row[]) {
  return [...Map.groupBy(rows, ({ complaint }) => complaint).values()].flatMap((of) => {
    const [first, ...later] = of.toSorted((a, b) => a.number - b.number)
    if (!first) return []
    return [{ first, later, history: later.map(({ step, on, why }) => ({ step, on, given: { why } })) }]
  })
}

/** Steps that can't be, by the key of their row: refused in a file and on a page alike. */
function faultsOfComplaint({
  first,
  later,
  history,
}: ReturnType<typeof complaintsAmong<StepRow & { key: string }>>[number]): [string, Fault[]][] {
  if (!complaintWorkflow.states[first.step]?.isStart)
    return [[first.key, [{ column: 'step', reason: 'is no way to begin' }]]]
  return impossibleSteps(complaintWorkflow, beginningOf(first), history).map(({ index, refusal }) => [
    later[index]?.key ?? first.key,
    [{ column: 'step', reason: `can’t be: ${refusalInWords(refusal)}` }],
  ])
}

/** What is due of a child's complaints on the day of the world. */
export const complaintRuns = (world: World, child: string): ClockRun[] =>
  complaintsAmong(recordsOf(world, complaintSteps).filter((row) => row.child === child)).flatMap(
    ({ first, history }) => {
      const course = courseOn(complaintWorkflow, beginningOf(first), history, world.asAt, world.holidays)
      return course ? openRunsOf(course, child, world.holidays) : []
    },
  )
