import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import type { Settings } from '../../settings/settings.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { checkBeforeSetting, planUpdatedSetting } from '../settings.ts'
import { decisionClock } from './clocks.ts'

const CHILD = '100001'
type Files = Readonly<Record<string, readonly string[]>>

/** What is open of a clock for the child on a day: due and state. */
function open(asAt: string, clock: string, files: Files, settings: Settings = {}): string[] {
  const coverage = [...Array(20).keys()].map((at) => ({ year: 2010 + at, carriesEarlierReviews: true }))
  const child = aChild({ episodes: ['2012-01-05.. S C2 U6'] })
  const world = { ...aWorld([child], { asAt, settings, coverage }), registers: rowsOfFiles(files) }
  return openDeadlinesOf(world, CHILD)
    .filter((deadline) => deadline.clock.id === clock)
    .map(({ due, state }) => `${due.toString()} ${state}`)
}

const HEAD = 'review_ref,child,kind,status,held_date,completed_date,adjourned,decisions_date,manager_response_date,record_date,distributed_date' // prettier-ignore
/** An older review with every date, from which on the register keeps them. */
const KEPT = `R0,${CHILD},CLA,HELD,2012-02-01,,,2012-02-02,2012-02-03,2012-02-10,2012-02-20`
const after = (row: string) => ({ reviews: [HEAD, KEPT, `R1,${CHILD},CLA,HELD,${row}`] })

describe('CLK-REC-1 to -4: what follows a review', () => {
  for (const [completed, decisions, response, record, distributed] of [
    ['2023-06-06', '2023-06-13', '2023-06-20', '2023-06-27', '2023-07-04'],
    ['2023-04-25', '2023-05-03', '2023-05-11', '2023-05-18', '2023-05-25'],
    ['2022-09-06', '2022-09-13', '2022-09-21', '2022-09-28', '2022-10-05'],
    ['2023-12-15', '2023-12-22', '2024-01-03', '2024-01-10', '2024-01-17'],
    ['2022-05-20', '2022-05-27', '2022-06-07', '2022-06-14', '2022-06-21'],
  ] as const) {
    test(`of ${completed}`, () => {
      const nothing = after(`${completed},,,,,,`)
      assert.deepEqual(open(completed, 'CLK-REC-1', nothing), [`${decisions} running`])
      assert.deepEqual(open(completed, 'CLK-REC-2', nothing), [], 'no decisions have been received')
      assert.deepEqual(open(completed, 'CLK-REC-3', nothing), [`${record} running`])
      assert.deepEqual(open(completed, 'CLK-REC-4', nothing), [`${distributed} running`])
      const sent = after(`${completed},,,${decisions},,,`)
      assert.deepEqual(open(decisions, 'CLK-REC-1', sent), [])
      assert.deepEqual(open(decisions, 'CLK-REC-2', sent), [`${response} running`])
      assert.deepEqual(open('2024-03-01', 'CLK-REC-2', sent), [], 'silence is agreement')
      assert.deepEqual(open('2024-03-01', 'CLK-REC-3', sent), [`${record} overdue`])
    })
  }

  test('a series ends with its last meeting, and an adjourned review is not over', () => {
    assert.deepEqual(open('2023-06-07', 'CLK-REC-1', after('2023-05-30,2023-06-06,,,,,')), ['2023-06-13 running'])
    assert.deepEqual(open('2023-06-07', 'CLK-REC-1', after('2023-06-06,,Y,,,,')), [])
  })

  test('each limit runs from the first review of which that date is recorded', () => {
    const reviews = [
      HEAD,
      `R1,${CHILD},CLA,HELD,2023-01-10,,,,,,`,
      `R2,${CHILD},CLA,HELD,2023-02-10,,,2023-02-13,,,`,
      `R3,${CHILD},CLA,HELD,2023-03-10,,,,,,`,
    ]
    assert.deepEqual(open('2023-06-01', 'CLK-REC-1', { reviews }), ['2023-03-17 overdue'])
    assert.deepEqual(open('2023-06-01', 'CLK-REC-3', { reviews }), [])
    assert.deepEqual(open('2023-02-12', 'CLK-REC-1', { reviews }), [], 'nothing was kept then')
  })

  test('what is dated after the day is not seen', () => {
    assert.deepEqual(open('2023-06-12', 'CLK-REC-1', after('2023-06-06,,,2023-06-13,,,')), ['2023-06-13 running'])
  })

  test('CLK-REC-5 is asked for only where it is chosen', () => {
    const settings = planUpdatedSetting.as({ isAsked: true, workingDays: 10 })
    const reviews = after('2023-06-06,,,,,,').reviews.filter((row) => row !== KEPT)
    const checks = ['child,kind,date', `${CHILD},CARE_PLAN,2023-01-10`]
    assert.deepEqual(open('2023-06-07', 'CLK-REC-5', { reviews, checks }), [])
    assert.deepEqual(open('2023-06-07', 'CLK-REC-5', { reviews, checks }, settings), ['2023-06-20 running'])
    assert.deepEqual(open('2023-06-21', 'CLK-REC-5', { reviews, checks }, settings), ['2023-06-20 overdue'])
    const updated = [...checks, `${CHILD},CARE_PLAN,2023-06-15`]
    assert.deepEqual(open('2023-06-21', 'CLK-REC-5', { reviews, checks: updated }, settings), [])
  })
})

describe('CLK-REC-6: each decision’s own date', () => {
  test('each is named by itself in a list, and all by one name where a list is narrowed', () => {
    const clocks = ['1 of review R1', '2 of review R1'].map((name) => decisionClock(name, 28))
    assert.deepEqual(clocks.map(({ title, titleOfAll }) => [title, titleOfAll]), [
      ['Decision 1 of review R1', 'A decision of a review'],
      ['Decision 2 of review R1', 'A decision of a review'],
    ]) // prettier-ignore
  })

  const decision = (row: string) => ({
    reviews: [...after('2023-06-06,,,,,,').reviews, `R2,${CHILD},CLA,HELD,2023-12-05,,,,,,`],
    recommendations: [
      'review_ref,number,text,responsible,due_date,completed_date,outcome,looked_at_in,carried_from',
      ...row.split('|'),
    ],
  })
  for (const [what, row, asAt, expected] of [
    ['to come', 'R1,1,Dentist,SW,2023-09-01,,,,', '2023-08-31', ['2023-09-01 running']],
    ['past', 'R1,1,Dentist,SW,2023-09-01,,,,', '2023-09-02', ['2023-09-01 overdue']],
    ['done', 'R1,1,Dentist,SW,2023-09-01,2023-09-05,,,', '2023-09-06', []],
    ['done after the day', 'R1,1,Dentist,SW,2023-09-01,2023-09-05,,,', '2023-09-04', ['2023-09-01 overdue']],
    ['judged', 'R1,1,Dentist,SW,2023-09-01,,NOT_DONE,R2,', '2023-12-05', []],
    ['not judged yet', 'R1,1,Dentist,SW,2023-09-01,,NOT_DONE,R2,', '2023-12-04', ['2023-09-01 overdue']],
    ['gone on with', 'R1,1,Dentist,SW,2023-09-01,,,,|R2,1,Dentist,SW,2024-01-10,,,,R1/1', '2023-12-06', ['2024-01-10 running']], // prettier-ignore
    ['without a date', 'R1,1,Dentist,SW,,,,,', '2023-09-02', []],
  ] as const) {
    test(what, () => {
      assert.deepEqual(open(asAt, 'CLK-REC-6', decision(row)), expected)
    })
  }
})

describe('CLK-PRE-2 to -4: what comes before a review', () => {
  const KEEPS = `R0,${CHILD},CLA,HELD,2012-02-01,,2012-01-20,Y`
  const planned = (row: string) => ({
    reviews: [
      'review_ref,child,kind,status,held_date,booked_date,social_worker_report_date,child_consulted',
      KEEPS,
      row,
    ],
  })
  const booked = (on: string, report = '', consulted = '') =>
    planned(`R1,${CHILD},CLA,PLANNED,,${on},${report},${consulted}`)

  test('the report reaches the IRO 3 working days before', () => {
    assert.deepEqual(open('2023-04-01', 'CLK-PRE-2', booked('2023-04-12')), ['2023-04-05 running'])
    assert.deepEqual(open('2023-04-06', 'CLK-PRE-2', booked('2023-04-12')), ['2023-04-05 overdue'])
    assert.deepEqual(open('2023-04-06', 'CLK-PRE-2', booked('2023-04-12', '2023-04-06')), [])
  })

  test('the check before the review is asked for only where it is chosen', () => {
    const settings = checkBeforeSetting.as({ isAsked: true, workingDays: 2 })
    assert.deepEqual(open('2020-12-20', 'CLK-PRE-3', booked('2021-01-05')), [])
    assert.deepEqual(open('2020-12-20', 'CLK-PRE-3', booked('2021-01-05'), settings), ['2020-12-31 running'])
  })

  test('the IRO speaks to the child by the day of the review', () => {
    assert.deepEqual(open('2023-04-01', 'CLK-PRE-4', booked('2023-04-12')), ['2023-04-12 running'])
    assert.deepEqual(open('2023-04-01', 'CLK-PRE-4', booked('2023-04-12', '', 'Y')), [])
  })
})
