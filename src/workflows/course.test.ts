import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { holidays } from '../../test/support/holidays.ts'
import { loanWorkflow } from '../../test/support/loanWorkflow.ts'
import { explain } from '../clocks/explain.ts'
import { addDays, date } from '../kernel/dates.ts'
import { type Spell, type StepTaken, courseOn, impossibleSteps } from './course.ts'
import { clockRunsOf, openDeadlinesOf, proposedSteps } from './deadlines.ts'
import { namesOf, stateAfter } from './describe.ts'
import { type Given, notAllowed, refusalInWords, stepsIn, whyNot } from './steps.ts'
import type { Workflow } from './workflow.ts'

type StepName = keyof typeof loanWorkflow.steps
const taken = (step: StepName, on: string, given: Given = {}): StepTaken<StepName> => ({ step, on: date(on), given })
const back = { state: 'good', seenBy: 'L1' }

/** How a loan that was asked for, or begun, on a day stands on another. */
function course(begun: string, history: readonly StepTaken<StepName>[], on: string) {
  const [state = 'asked', day = ''] = begun.split(' ')
  const beginning = { state: state === 'lent' ? 'lent' : 'asked', on: date(day), event: `being ${state}` } as const
  const found = courseOn(loanWorkflow, beginning, history, date(on), holidays)
  assert.ok(found, 'it had begun')
  return found
}

describe('where it stands, and since when', () => {
  for (const { why, begun, history, on, states } of [
    { why: 'just begun', begun: 'asked 2023-03-01', history: [], on: '2023-03-01', states: ['asked 2023-03-01'] },
    {
      why: 'answered',
      begun: 'asked 2023-03-01',
      history: [taken('lend', '2023-03-03')],
      on: '2023-03-10',
      states: ['asked 2023-03-01', 'lent 2023-03-03'],
    },
    {
      why: 'what happens later is not known yet',
      begun: 'asked 2023-03-01',
      history: [taken('lend', '2023-03-03')],
      on: '2023-03-02',
      states: ['asked 2023-03-01'],
    },
    {
      why: 'silence on the last day is no answer yet',
      begun: 'asked 2023-04-05',
      history: [],
      on: '2023-04-14',
      states: ['asked 2023-04-05'],
    },
    {
      why: 'silence is an answer on the day after, over Easter',
      begun: 'asked 2023-04-05',
      history: [],
      on: '2023-04-15',
      states: ['asked 2023-04-05', 'lent 2023-04-15'],
    },
    {
      why: 'a step that leads nowhere begins no new spell',
      begun: 'lent 2023-03-01',
      history: [taken('show', '2023-03-06'), taken('giveBack', '2023-03-08', back)],
      on: '2023-05-01',
      states: ['lent 2023-03-01', 'returned 2023-03-08'],
    },
  ]) {
    test(why, () => {
      const { spells, refused } = course(begun, history, on)
      assert.deepEqual(refused, [])
      assert.deepEqual(spells.map(({ state, from }) => `${state} ${from.toString()}`), states) // prettier-ignore
    })
  }

  test('nothing where it had not begun', () => {
    const beginning = { state: 'asked', on: date('2023-03-01'), event: 'the wish' } as const
    assert.equal(courseOn(loanWorkflow, beginning, [], date('2023-02-28'), holidays), null)
  })
})

describe('steps that can’t be', () => {
  for (const { why, history, said } of [
    {
      why: 'from another state',
      history: [taken('mend', '2023-03-05')],
      said: 'This can’t be done while it stands at “Lent”, only at “Being repaired”.',
    },
    {
      why: 'without what it needs',
      history: [taken('giveBack', '2023-03-05', { state: ' ' })],
      said: 'This needs its state and who has seen it.',
    },
    {
      why: 'before the one that it follows',
      history: [taken('damage', '2023-03-05'), taken('mend', '2023-03-04')],
      said: 'This was done before the step that comes before it.',
    },
    {
      why: 'longer than it may be',
      history: [taken('extend', '2023-03-05', { days: 15 })],
      said: 'It can be extended by 1 to 14 calendar days at a time.',
    },
    {
      why: 'by no number',
      history: [taken('extend', '2023-03-05', { days: 'some' })],
      said: 'It can be extended by 1 to 14 calendar days at a time.',
    },
  ]) {
    // prettier-ignore
    test(`${why}: told, and it counts for nothing`, () => {
      const { refused, state } = course('lent 2023-03-01', history, '2023-04-01')
      assert.deepEqual(refused.map(({ index, refusal }) => [index, refusalInWords(refusal)]), [[history.length - 1, said]]) // prettier-ignore
      assert.equal(state, history.length === 1 ? 'lent' : 'repair')
    })
  }

  test('rows are judged whatever the day: silence is not counted', () => {
    const beginning = { state: 'asked', on: date('2023-03-01'), event: 'the wish' } as const
    const history = [taken('mend', '2023-03-02'), taken('refuse', '2023-03-09', { why: 'torn' })]
    const refused = impossibleSteps(loanWorkflow, beginning, history)
    assert.deepEqual(refused.map(({ index, refusal }) => [index, refusal.code]), [[0, 'not_from_here']]) // prettier-ignore
  })

  test('a step of another procedure is told; a beginning in another can not be followed', () => {
    const beginning = { state: 'asked', on: date('2023-03-01'), event: 'the wish' }
    const other: Workflow = loanWorkflow
    const [refused] = impossibleSteps(other, beginning, [{ step: 'burn', on: date('2023-03-02') }])
    assert.ok(refused)
    assert.equal(refusalInWords(refused.refusal), 'There is no step “burn” here.')
    assert.throws(() => impossibleSteps(other, { ...beginning, state: 'lost' }, []), RangeError)
    assert.throws(() => courseOn(other, { ...beginning, state: 'lost' }, [], date('2023-03-02'), holidays), RangeError)
  })

  test('an answer after silence has answered comes too late', () => {
    const { refused, silent, state } = course('asked 2023-03-01', [taken('refuse', '2023-03-09', { why: 'torn' })], '2023-03-10') // prettier-ignore
    assert.equal(state, 'lent')
    assert.deepEqual(silent, [{ step: 'presume', on: date('2023-03-09') }])
    assert.equal(refused[0]?.refusal.code, 'not_from_here')
  })

  test('a person is told what they may do, and why not the rest', () => {
    const offers = stepsIn(loanWorkflow, 'asked', (name) => name === 'borrower')
    assert.deepEqual(
      offers.map(({ step, refusal }) => `${step} ${refusal?.code ?? 'yes'}`),
      [
        'lend not_allowed',
        'refuse not_allowed',
        'presume not_allowed',
        ...['damage', 'mend', 'extend', 'show', 'giveBack'].map((step) => `${step} not_from_here`),
      ],
    )
    const words = (step: StepName) => refusalInWords(notAllowed(loanWorkflow, step, () => false) ?? { code: 'not_allowed', takers: ['?'] }) // prettier-ignore
    assert.equal(words('giveBack'), 'Only the borrower or a librarian may do this.')
    assert.equal(words('presume'), 'Nobody may do this.')
    const librarian = stepsIn(loanWorkflow, 'asked', (name) => name === 'library.lend')
    assert.deepEqual(
      librarian.filter(({ refusal }) => refusal === null).map(({ step, to, needs }) => [step, to, needs.length]),
      [
        ['lend', 'lent', 0],
        ['refuse', 'refused', 1],
      ],
    )
  })
})

describe('deadlines on the way', () => {
  const due = (begun: string, history: readonly StepTaken<StepName>[], on: string) =>
    openDeadlinesOf(course(begun, history, on), 'B1', holidays).map(
      (deadline) => `${deadline.clock.id} ${deadline.due.toString()} ${deadline.state}`,
    )

  for (const { why, begun, history, on, deadlines } of [
    {
      why: 'the clock of where it stands',
      begun: 'asked 2023-04-05',
      history: [],
      on: '2023-04-06',
      deadlines: ['LIB-1 2023-04-14 running'],
    },
    {
      why: 'those of the next state, in its place',
      begun: 'asked 2023-03-01',
      history: [taken('lend', '2023-03-03')],
      on: '2023-03-04',
      deadlines: ['LIB-2 2023-03-31 running', 'LIB-3 2023-03-13 running'],
    },
    {
      why: 'overdue the day after',
      begun: 'lent 2023-03-01',
      history: [],
      on: '2023-03-12',
      deadlines: ['LIB-2 2023-03-29 running', 'LIB-3 2023-03-11 overdue'],
    },
    {
      why: 'again after each time it was kept',
      begun: 'lent 2023-03-01',
      history: [taken('show', '2023-03-08')],
      on: '2023-03-12',
      deadlines: ['LIB-2 2023-03-29 running', 'LIB-3 2023-03-18 running'],
    },
    {
      why: 'too early counts for nothing',
      begun: 'lent 2023-03-01',
      history: [taken('show', '2023-03-05')],
      on: '2023-03-06',
      deadlines: ['LIB-2 2023-03-29 running', 'LIB-3 2023-03-11 running'],
    },
    {
      why: 'extended',
      begun: 'lent 2023-03-01',
      history: [taken('extend', '2023-03-02', { days: 14 })],
      on: '2023-03-02',
      deadlines: ['LIB-2 2023-04-12 running', 'LIB-3 2023-03-11 running'],
    },
    {
      why: 'none while they stand still',
      begun: 'lent 2023-03-01',
      history: [taken('damage', '2023-03-04')],
      on: '2023-03-20',
      deadlines: [],
    },
    {
      why: 'later by as long as they stood still',
      begun: 'lent 2023-03-01',
      history: [taken('damage', '2023-03-04'), taken('mend', '2023-03-20')],
      on: '2023-03-20',
      deadlines: ['LIB-2 2023-04-14 running', 'LIB-3 2023-03-27 running'],
    },
    {
      why: 'what has passed does not come back by standing still',
      begun: 'lent 2023-03-01',
      history: [taken('damage', '2023-03-14')],
      on: '2023-03-20',
      deadlines: ['LIB-3 2023-03-11 overdue'],
    },
    {
      why: 'none where it is over',
      begun: 'lent 2023-03-01',
      history: [taken('giveBack', '2023-03-08', back)],
      on: '2023-03-20',
      deadlines: [],
    },
    {
      why: 'none where the list of holidays does not reach',
      begun: 'asked 2089-03-01',
      history: [],
      on: '2089-03-02',
      deadlines: [],
    },
  ] as const) {
    // prettier-ignore
    test(why, () => {
      assert.deepEqual(due(begun, history, on), deadlines)
    })
  }

  test('every start of a clock is kept, with how it ended', () => {
    const history = [taken('show', '2023-03-08'), taken('show', '2023-03-20'), taken('giveBack', '2023-04-02', back)]
    const runs = clockRunsOf(course('lent 2023-03-01', history, '2023-05-01'), 'B1', holidays)
    assert.deepEqual(
      runs.map(({ clock, startedBy, satisfiedBy, endedBy }) =>
        [clock.id, startedBy.on, satisfiedBy?.on ?? '-', endedBy?.on ?? '-'].map(String).join(' '),
      ),
      [
        'LIB-2 2023-03-01 2023-04-02 -',
        'LIB-3 2023-03-01 2023-03-08 -',
        'LIB-3 2023-03-08 2023-03-20 -',
        'LIB-3 2023-03-20 - 2023-04-02',
      ],
    )
  })

  test('silence that means something is no limit missed', () => {
    const [run] = clockRunsOf(course('asked 2023-03-01', [], '2023-05-01'), 'B1', holidays)
    assert.deepEqual(run?.endedBy, { what: 'silence', on: date('2023-03-08') })
    assert.equal(run.satisfiedBy, null)
  })

  test('a clock that has passed proposes a step, and takes none', () => {
    assert.deepEqual(proposedSteps(course('lent 2023-03-01', [], '2023-03-29'), holidays), [])
    const late = course('lent 2023-03-01', [], '2023-03-30')
    assert.deepEqual(proposedSteps(late, holidays), ['giveBack'])
    assert.equal(late.state, 'lent')
  })

  test('a deadline explains what started it, what was added, and whose rule it is', () => {
    const history = [
      taken('extend', '2023-03-02', { days: 1 }),
      taken('damage', '2023-03-04'),
      taken('mend', '2023-03-20'),
    ]
    const [deadline] = openDeadlinesOf(course('lent 2023-03-01', history, '2023-03-20'), 'B1', holidays)
    assert.ok(deadline)
    assert.equal(
      explain(deadline, holidays),
      'Return of a book: due by Saturday 15 April 2023, within 28 days of the loan. Counted from being lent on Wednesday 1 March 2023: 45 calendar days, the day itself not counted. The due date is not a weekday and the limit does not move: the last working day is Friday 14 April 2023. It was extended by 1 calendar day on 2 March 2023. It stood still from 4 March 2023 to 20 March 2023, 16 calendar days. Source: Rules of the library. This is the authority’s own rule, not the law.',
    )
  })
})

describe('whatever is done, and whenever it is asked', () => {
  const step = fc.record({
    step: fc.constantFrom(...namesOf(loanWorkflow.steps)),
    after: fc.integer({ min: -3, max: 30 }),
    given: fc.constantFrom<Given>({}, { ...back, why: 'torn', days: 3 }, { days: 15 }),
  })
  const walk = fc.record({ state: fc.constantFrom('asked' as const, 'lent' as const), steps: fc.array(step, { maxLength: 12 }), until: fc.integer({ min: 0, max: 200 }) }) // prettier-ignore
  const first = date('2023-03-01')

  test('it stands in a state that is described, came there step by step, and explains each deadline', () => {
    fc.assert(
      fc.property(walk, ({ state, steps, until }) => {
        let on = first
        const history = steps.map(({ step, after, given }) => ({ step, on: (on = addDays(on, after)), given }))
        const day = addDays(first, until)
        const found = courseOn(loanWorkflow, { state, on: first, event: 'the beginning' }, history, day, holidays)
        assert.ok(found)
        for (const [index, spell] of found.spells.entries()) {
          const next: Spell | undefined = found.spells[index + 1]
          assert.ok(Object.hasOwn(loanWorkflow.states, spell.state))
          assert.equal(spell.to, next?.from ?? null)
          if (next) {
            const leads = namesOf(loanWorkflow.steps).some((name) => stateAfter(loanWorkflow, spell.state, name) === next.state) // prettier-ignore
            assert.ok(leads, `no step leads from ${spell.state} to ${next.state}`)
          }
        }
        const open = openDeadlinesOf(found, 'B1', holidays)
        if (loanWorkflow.states[found.state].isEnd) assert.deepEqual(open, [])
        for (const deadline of open) {
          assert.ok(['running', 'overdue'].includes(deadline.state))
          const words = explain(deadline, holidays)
          for (const part of [
            deadline.clock.title,
            deadline.clock.rule,
            deadline.startedBy.what,
            deadline.clock.source,
          ])
            assert.ok(words.includes(part), `${part} is not in: ${words}`)
        }
        // What could be done can be done: the walk refuses nothing that is allowed where it stands.
        for (const { step, given } of steps.slice(0, 1))
          if (stateAfter(loanWorkflow, state, step) === null)
            assert.notEqual(whyNot(loanWorkflow, state, step, given), null)
      }),
    )
  })

  test('a day later nothing that was is otherwise', () => {
    fc.assert(
      fc.property(walk, ({ state, steps, until }) => {
        let on = first
        const history = steps.map(({ step, after, given }) => ({
          step,
          on: (on = addDays(on, Math.abs(after))),
          given,
        }))
        const beginning = { state, on: first, event: 'the beginning' }
        const [today, tomorrow] = [until, until + 1].map((days) => courseOn(loanWorkflow, beginning, history, addDays(first, days), holidays)) // prettier-ignore
        assert.ok(today && tomorrow)
        const known = ({ spells }: typeof today) =>
          spells.map(({ state: where, from }) => `${where} ${from.toString()}`)
        assert.deepEqual(known(tomorrow).slice(0, known(today).length), known(today))
      }),
    )
  })
})
