import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ChildInWords, aChild, aWorld, healthOf } from '../../../../test/support/children.ts'
import { openDeadlinesOf } from '../../../world/deadlines.ts'
import type { World } from '../world.ts'

/** Rows of the register of checks as `child kind date`, with a Y after it where it is withdrawn. */
const withChecks = (world: World, rows: readonly string[]): World => ({
  ...world,
  registers: new Map([
    [
      'checks',
      new Map(
        rows.map((row) => {
          const [child = '', kind = '', on = '', isWithdrawn] = row.split(' ')
          return [row, { child, kind, date: on, ...(isWithdrawn && { withdrawn: true }) }]
        }),
      ),
    ],
  ]),
})

const CHILD = '100001'

/** What is open of a clock for the child: its day, and how it stands. */
function open(child: ChildInWords, asAt: string, clock: string, rows: readonly string[]) {
  const world = withChecks(aWorld([aChild(child)], { asAt }), rows)
  return openDeadlinesOf(world, CHILD)
    .filter((deadline) => deadline.clock.id === clock)
    .map(({ due, state }) => `${due.toString()} ${state}`)
}

describe('checks written down meet the limits of care', () => {
  const started = { episodes: ['2022-09-02.. S C2 U6'] }
  const nothing: string[] = []

  it('an initial health assessment, one of the three months before included, starts the next', () => {
    const rows = [`${CHILD} HEALTH_ASSESSMENT_INITIAL 2022-09-20`]
    assert.deepEqual(open(started, '2022-09-25', 'CLK-CPI-1', nothing), ['2022-10-03 running'])
    assert.deepEqual(open(started, '2022-09-25', 'CLK-CPI-1', rows), [])
    assert.deepEqual(open(started, '2022-09-25', 'CLK-CPI-2', rows), ['2023-09-20 running'])
    const before = (on: string) =>
      open(started, '2022-09-25', 'CLK-CPI-1', [`${CHILD} HEALTH_ASSESSMENT_INITIAL ${on}`])
    assert.deepEqual(before('2022-06-02'), [])
    assert.deepEqual(before('2022-06-01'), ['2022-10-03 running'])
  })
  it('a check dated after the day of the world is not seen', () => {
    assert.deepEqual(open(started, '2022-09-19', 'CLK-CPI-1', [`${CHILD} HEALTH_ASSESSMENT_INITIAL 2022-09-20`]), [
      '2022-10-03 running',
    ])
  })
  it('a personal education plan, a care plan, a permanence plan', () => {
    const days = { 'CLK-CPI-6': 'PEP', 'CLK-CPI-11': 'CARE_PLAN', 'CLK-CPI-8': 'PERMANENCE_PLAN' }
    for (const [clock, kind] of Object.entries(days)) {
      assert.ok(open(started, '2022-09-08', clock, nothing).length > 0)
      assert.deepEqual(open(started, '2022-09-08', clock, [`${CHILD} ${kind} 2022-09-07`]), [], clock)
    }
  })
  it('a pathway plan, made ahead of the birthday or after it', () => {
    const child = { bornOn: '2006-11-30', episodes: ['2019-05-01.. S'] }
    for (const on of ['2022-11-01', '2022-12-20']) {
      assert.deepEqual(open(child, '2023-01-10', 'CLK-CPI-7', [`${CHILD} PATHWAY_PLAN ${on}`]), [])
    }
  })
  it('a dental check counts from its own day, which says more than the year of the return', () => {
    const child = { episodes: ['2020-05-01.. S'], health: [healthOf(2021, { hadTeethCheck: true })] }
    assert.deepEqual(open(child, '2022-08-01', 'CLK-CPI-3', nothing), ['2023-03-31 running'])
    assert.deepEqual(open(child, '2022-08-01', 'CLK-CPI-3', [`${CHILD} DENTAL_CHECK 2022-07-05`]), [
      '2023-07-05 running',
    ])
    assert.deepEqual(open(child, '2022-08-01', 'CLK-CPI-3', [`${CHILD} DENTAL_CHECK 2021-09-01`]), [
      '2022-09-01 running',
    ])
    // The return tells of a later one.
    assert.deepEqual(open(child, '2022-08-01', 'CLK-CPI-3', [`${CHILD} DENTAL_CHECK 2021-03-01`]), [
      '2023-03-31 running',
    ])
  })
  it('a questionnaire', () => {
    const child = { bornOn: '2012-02-03', episodes: ['2020-05-01.. S'] }
    assert.deepEqual(open(child, '2022-08-01', 'CLK-CPI-5', [`${CHILD} SDQ 2022-07-05`]), ['2023-07-05 running'])
  })
  it('where others have checks of the kind, one that is not there is overdue; where nobody has, nobody knows', () => {
    const late = (rows: string[]) => open({ episodes: ['2022-09-02.. S'] }, '2022-12-01', 'CLK-CPI-1', rows)
    assert.deepEqual(late([]), [])
    assert.deepEqual(late(['100002 HEALTH_ASSESSMENT_INITIAL 2022-05-05']), ['2022-10-03 overdue'])
    assert.deepEqual(late(['100002 HEALTH_ASSESSMENT_INITIAL 2022-09-05']), [], 'kept only since after it began')
    assert.deepEqual(late(['100002 DENTAL_CHECK 2022-05-05']), [], 'another kind')
  })
  it('an assessment that a return tells of since stands for the initial one', () => {
    const child = {
      episodes: ['2021-09-02.. S'],
      health: [healthOf(2022, { hadHealthAssessment: true })],
    }
    assert.deepEqual(open(child, '2023-03-31', 'CLK-CPI-1', ['100002 HEALTH_ASSESSMENT_INITIAL 2021-05-05']), [])
  })
  it('one that was written down by mistake counts for nothing', () => {
    assert.deepEqual(open(started, '2022-09-25', 'CLK-CPI-1', [`${CHILD} HEALTH_ASSESSMENT_INITIAL 2022-09-20 Y`]), [
      '2022-10-03 running',
    ])
  })
  it('is about the child whose check it is', () => {
    assert.deepEqual(open(started, '2022-09-25', 'CLK-CPI-1', ['100002 HEALTH_ASSESSMENT_INITIAL 2022-09-20']), [
      '2022-10-03 running',
    ])
  })
})
