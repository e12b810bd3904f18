import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { holidays } from '../../test/support/holidays.ts'
import { deadlineKind } from '../clocks/clock.ts'
import { date } from '../kernel/dates.ts'
import { courseOn } from './course.ts'
import { openDeadlinesOf, proposedSteps } from './deadlines.ts'
import { namesOf } from './describe.ts'
import { type ProcedureFrame, nextTo, procedureWorkflow, skipTo } from './procedure.ts'
import { procedureSchema } from './procedureSchema.ts'
import { whyNot } from './steps.ts'

/** Complaints about lost books: what the library fixes, whatever stages it chooses. */
const frame: ProcedureFrame = {
  name: 'complaint',
  label: 'Complaint',
  takers: { 'library.lend': 'a librarian' },
  moving: { by: ['library.lend'], needsToSkip: [{ fact: 'why', label: 'a reason' }] },
  endings: {
    resolved: { state: 'Resolved', step: { label: 'Resolve', event: 'its resolution', needs: [{ fact: 'outcome', label: 'an outcome' }] } }, // prettier-ignore
    withdrawn: { state: 'Withdrawn', step: { label: 'Withdraw', event: 'its withdrawal' } },
  },
  notes: { adviceSought: { label: 'Note that advice was sought', needs: [{ fact: 'on', label: 'a date' }] } },
  clocks: {
    kind: deadlineKind({ id: 'books', words: 'Books' }),
    stage: { id: 'LIB-4', title: 'Answer to a complaint', confidence: 'local practice' },
    overall: { id: 'LIB-5', title: 'End of a complaint', confidence: 'likely' },
  },
}
const schema = procedureSchema({ mostStages: 6, longestLimit: 60, reserved: Object.keys(frame.endings) })
const days = (amount: number) => ({ amount, unit: 'working_days' as const })
const stages = [
  { key: 'alert', label: 'Quality alert', owner: 'desk', limit: days(5), isStart: true },
  { key: 'formal', label: 'Formal complaint', owner: 'head librarian', limit: days(10), isStart: true },
  { key: 'outside', label: 'Outside body', isOpenAtAnyTime: true, endsOverall: true },
]
const twoLimits = { source: 'Rules of the library', stages, overall: { limit: days(20), from: 'alert' } }

describe('an authority’s own procedure', () => {
  const described = procedureWorkflow(schema.parse(twoLimits), frame)
  const due = (begun: string, state: string, history: readonly [string, string][], on: string) => {
    const steps = history.map(([step, day]) => ({ step, on: date(day), given: { why: 'x', outcome: 'x', on: 'x' } }))
    const found = courseOn(described, { state, on: date(begun), event: 'the complaint' }, steps, date(on), holidays)
    assert.ok(found)
    assert.deepEqual(found.refused, [])
    const deadlines = openDeadlinesOf(found, 'B1', holidays).map(({ clock, due, state }) => `${clock.id} ${due.toString()} ${state}`) // prettier-ignore
    return { deadlines, proposed: proposedSteps(found, holidays), state: found.state }
  }

  // CLK-DRP-3: two limits of stages, and one over all of them that starts with the first.
  for (const { why, begun, history, on, deadlines } of [
    {
      why: 'over a bank holiday',
      begun: '2023-08-21',
      history: [],
      on: '2023-08-22',
      deadlines: ['LIB-4 2023-08-29 running', 'LIB-5 2023-09-19 running'],
    },
    {
      why: 'the second stage from its own start',
      begun: '2023-08-21',
      history: [['next_to_formal', '2023-08-29']],
      on: '2023-08-30',
      deadlines: ['LIB-5 2023-09-19 running', 'LIB-4 2023-09-12 running'],
    },
    {
      why: 'escalated early, the overall limit stays',
      begun: '2023-08-21',
      history: [['next_to_formal', '2023-08-22']],
      on: '2023-08-30',
      deadlines: ['LIB-5 2023-09-19 running', 'LIB-4 2023-09-06 running'],
    },
    {
      why: 'over Christmas, the first stage',
      begun: '2022-12-14',
      history: [],
      on: '2022-12-14',
      deadlines: ['LIB-4 2022-12-21 running', 'LIB-5 2023-01-16 running'],
    },
    {
      why: 'over Christmas, the second stage',
      begun: '2022-12-14',
      history: [['next_to_formal', '2022-12-21']],
      on: '2022-12-21',
      deadlines: ['LIB-5 2023-01-16 running', 'LIB-4 2023-01-09 running'],
    },
    {
      why: 'a note changes nothing',
      begun: '2023-08-21',
      history: [['adviceSought', '2023-08-22']],
      on: '2023-08-22',
      deadlines: ['LIB-4 2023-08-29 running', 'LIB-5 2023-09-19 running'],
    },
    {
      why: 'outside, no limit is left',
      begun: '2023-08-21',
      history: [['skip_to_outside', '2023-08-22']],
      on: '2023-12-01',
      deadlines: [],
    },
    {
      why: 'resolved, no limit is left',
      begun: '2023-08-21',
      history: [['resolved', '2023-08-22']],
      on: '2023-12-01',
      deadlines: [],
    },
  ] as const) {
    // prettier-ignore
    test(why, () => {
      assert.deepEqual(due(begun, 'alert', history.map(([step, day]) => [step, day]), on).deadlines, deadlines) // prettier-ignore
    })
  }

  test('a stage that has passed proposes the next, and does not go there by itself', () => {
    const { proposed, state } = due('2023-08-21', 'alert', [], '2023-08-30')
    assert.deepEqual([proposed, state], [[nextTo('formal')], 'alert'])
  })

  test('skipping needs a reason, but not to a stage that is open at any time', () => {
    const four = { ...twoLimits, stages: [...stages.slice(0, 2), { key: 'head', label: 'Head' }, ...stages.slice(2)] }
    const longer = procedureWorkflow(schema.parse(four), frame)
    assert.equal(whyNot(longer, 'alert', skipTo('head'), {})?.code, 'facts_missing')
    assert.equal(whyNot(longer, 'alert', skipTo('head'), { why: 'urgent' }), null)
    assert.equal(whyNot(longer, 'alert', skipTo('outside'), {}), null)
    assert.equal(whyNot(longer, 'formal', skipTo('head'), { why: 'urgent' })?.code, 'not_from_here')
  })

  test('where the overall limit counts from a later stage, those before have none', () => {
    const later = procedureWorkflow(schema.parse({ ...twoLimits, overall: { limit: days(20), from: 'formal' } }), frame)
    assert.deepEqual(later.clocks?.map(({ clock, runsIn }) => [clock.id, runsIn]), [['LIB-4', ['alert']], ['LIB-4', ['formal']], ['LIB-5', ['formal']]]) // prettier-ignore
  })
})

describe('what an authority may not set is refused where it is typed', () => {
  for (const { why, changed, path } of [
    { why: 'no stage', changed: { stages: [], overall: null }, path: 'stages' },
    {
      why: 'too many stages',
      changed: { stages: Array.from({ length: 7 }, (_, index) => ({ ...stages[0], key: `s${index}` })), overall: null },
      path: 'stages',
    },
    {
      why: 'a limit that is too long',
      changed: { stages: [{ ...stages[0], limit: days(61) }], overall: null },
      path: 'stages.0.limit.amount',
    },
    {
      why: 'a limit of no days',
      changed: { stages: [{ ...stages[0], limit: days(0) }], overall: null },
      path: 'stages.0.limit.amount',
    },
    {
      why: 'stages that take more than all together',
      changed: { overall: { limit: days(14), from: 'alert' } },
      path: 'overall.limit.amount',
    },
    {
      why: 'an overall limit from a stage that is not there',
      changed: { overall: { limit: days(20), from: 'lost' } },
      path: 'overall.from',
    },
    {
      why: 'an overall limit that ends where it starts',
      changed: { overall: { limit: days(20), from: 'outside' } },
      path: 'overall.from',
    },
    { why: 'two stages of one name', changed: { stages: [stages[0], stages[0]] }, path: 'stages.1.key' },
    {
      why: 'a stage that is called as an end is',
      changed: { stages: [stages[0], { ...stages[1], key: 'resolved' }] },
      path: 'stages.1.key',
    },
    {
      why: 'a first stage that nothing leads to',
      changed: { stages: [{ ...stages[0], isStart: false }] },
      path: 'stages.0.isStart',
    },
    { why: 'a stage without words', changed: { stages: [{ ...stages[0], label: ' ' }] }, path: 'stages.0.label' },
    { why: 'what is not known', changed: { colour: 'red' }, path: '' },
  ]) {
    // prettier-ignore
    test(why, () => {
      const parsed = schema.safeParse({ ...twoLimits, ...changed })
      assert.deepEqual(parsed.error?.issues.map((issue) => issue.path.join('.')), [path]) // prettier-ignore
    })
  }
})

test('whatever passes makes a workflow that can work, from every start to every end', () => {
  const stage = fc.record({
    key: fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/),
    label: fc.string({ minLength: 1, maxLength: 20 }),
    owner: fc.string({ maxLength: 10 }),
    limit: fc.option(fc.record({ amount: fc.integer({ min: 1, max: 20 }), unit: fc.constantFrom('working_days', 'calendar_days') })), // prettier-ignore
    isStart: fc.boolean(),
    isOpenAtAnyTime: fc.boolean(),
    endsOverall: fc.boolean(),
  })
  let passed = 0
  fc.assert(
    fc.property(
      fc.array(stage, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 5 }),
      fc.boolean(),
      (some, from, isOverall) => {
        const overall = isOverall ? { limit: days(60), from: some[from]?.key ?? some[0]?.key ?? '' } : null
        const parsed = schema.safeParse({ source: 'x', stages: some.map((one, index) => ({ ...one, isStart: one.isStart || index === 0 })), overall }) // prettier-ignore
        if (!parsed.success) return
        passed++
        const { states } = procedureWorkflow(parsed.data, frame)
        assert.equal(namesOf(states).length, some.length + 2)
      },
    ),
    { numRuns: 300 },
  )
  assert.ok(passed > 50, `only ${passed} passed`)
})
