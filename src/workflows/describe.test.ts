import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { BadWorkflow, workflow } from './describe.ts'
import { loanWorkflow } from '../../test/support/loanWorkflow.ts'
import type { StateClock, Workflow } from './workflow.ts'

const [answerClock] = loanWorkflow.clocks ?? []
assert.ok(answerClock)
const withClock = (changed: Partial<StateClock>): Workflow => ({ ...loanWorkflow, clocks: [{ ...answerClock, ...changed }] }) // prettier-ignore
const withSteps = (steps: Workflow['steps']): Workflow => ({ ...loanWorkflow, steps: { ...loanWorkflow.steps, ...steps } }) // prettier-ignore
const withStates = (states: Workflow['states']): Workflow => ({ ...loanWorkflow, states: { ...loanWorkflow.states, ...states } }) // prettier-ignore
const limit = (amount: number, unit: 'months' | 'working_days') => ({ ...answerClock.clock, limit: { amount, unit } })

describe('a workflow that could not work is refused when it is described', () => {
  for (const { why, described, problem } of [
    {
      why: 'a step to nowhere',
      described: withSteps({ lose: { label: 'Lose', moves: { asked: 'lost' } } }),
      problem: /the step lose names the state lost, which is not described/,
    },
    {
      why: 'a step from nowhere',
      described: withSteps({ find: { label: 'Find', moves: { lost: 'asked' } } }),
      problem: /the step find names the state lost/,
    },
    {
      why: 'a step that starts nowhere',
      described: withSteps({ find: { label: 'Find', moves: {} } }),
      problem: /the step find can be taken nowhere/,
    },
    {
      why: 'a step for nobody known',
      described: withSteps({ lose: { label: 'Lose', moves: { asked: 'asked' }, by: ['cat'] } }),
      problem: /the step lose is for cat/,
    },
    {
      why: 'a state that nothing leads to',
      described: withStates({ lost: { label: 'Lost', isEnd: true } }),
      problem: /nothing leads to the state lost/,
    },
    {
      why: 'a state that nothing leads out of',
      described: withStates({ lost: { label: 'Lost', isStart: true } }),
      problem: /nothing leads from the state lost to an end/,
    },
    {
      why: 'an end that goes on',
      described: withSteps({ again: { label: 'Again', moves: { returned: 'asked' } } }),
      problem: /the state returned is an end, and a step leads on to asked/,
    },
    {
      why: 'no start',
      described: withStates({ asked: { label: 'Asked for' }, lent: { label: 'Lent' } }),
      problem: /it can begin nowhere/,
    },
    {
      why: 'a clock in a state that is not there',
      described: withClock({ runsIn: ['lost'] }),
      problem: /the clock LIB-1 names the state lost/,
    },
    {
      why: 'a clock kept by a step that is not there',
      described: withClock({ satisfiedBy: ['find'] }),
      problem: /the clock LIB-1 names the step find/,
    },
    {
      why: 'a clock in an end',
      described: withClock({ runsIn: ['asked', 'returned'] }),
      problem: /runs in returned, which is an end/,
    },
    { why: 'a clock that runs nowhere', described: withClock({ runsIn: [] }), problem: /runs nowhere/ },
    {
      why: 'a clock that stands still where it does not run',
      described: withClock({ pausedIn: ['lent'] }),
      problem: /stands still in lent, where it does not run/,
    },
    {
      why: 'months that stand still',
      described: withClock({ pausedIn: ['asked'], clock: limit(1, 'months') }),
      problem: /counts months, which can not stand still/,
    },
    {
      why: 'a limit of half a day',
      described: withClock({ clock: limit(0.5, 'working_days') }),
      problem: /no whole number/,
    },
    {
      why: 'a window after the limit',
      described: withClock({ notBefore: { amount: 6, unit: 'working_days' } }),
      problem: /can be kept only after it has passed/,
    },
    {
      why: 'a clock kept by a step from elsewhere',
      described: withClock({ satisfiedBy: ['giveBack'] }),
      problem: /is kept by giveBack, which can not be taken where it runs/,
    },
    {
      why: 'an extension by a fact that nobody is asked for',
      described: withClock({ extendedBy: [{ step: 'refuse', fact: 'days', most: 5 }] }),
      problem: /is extended by days, which the step refuse does not need/,
    },
    {
      why: 'an extension from elsewhere',
      described: withClock({ extendedBy: [{ step: 'extend', fact: 'days', most: 5 }] }),
      problem: /is extended by extend, which can not be taken where it runs/,
    },
    {
      why: 'silence that means a step from elsewhere',
      described: withClock({ whenPassed: { takes: 'giveBack' } }),
      problem: /takes giveBack when it has passed, which can not be taken in asked/,
    },
    {
      why: 'a clock that ends without words',
      described: withSteps({ lend: { label: 'Lend', moves: { asked: 'lent' } } }),
      problem: /with lend, which has no words as an event/,
    },
  ] as const) {
    // prettier-ignore
    test(why, () => {
      assert.throws(
        () => workflow(described),
        (error) => error instanceof BadWorkflow && problem.test(error.message),
      )
    })
  }

  test('everything that is wrong is said at once', () => {
    const described = withSteps({ a: { label: 'A', moves: { x: 'y' } }, b: { label: 'B', moves: { asked: 'z' } } })
    assert.throws(
      () => workflow(described),
      (error) => error instanceof BadWorkflow && error.problems.length === 3,
    )
  })
})
