import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import type { World } from '../../children/domain/world.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { explain } from '../../clocks/explain.ts'
import { addDays, date } from '../../kernel/dates.ts'
import { clockRunsOf, openDeadlinesOf } from '../../world/deadlines.ts'
import { missingReturns } from '../registers/missingReturns.ts'
import { missingPresets } from '../settings.ts'

const CHILD = '100001'
const settings = missingPresets[0]?.settings ?? {}

/** A world of a child who went missing on these days, with rows of registers. */
function worldOf(
  days: readonly string[],
  asAt: string,
  files: Readonly<Record<string, readonly string[]>> = {},
): World {
  const missing = days.map((day) => ({
    from: date(day),
    to: addDays(date(day), 1),
    kind: 'M',
    source: { year: 2013, table: 'Missing', row: 2 },
  }))
  const coverage = [...Array(20).keys()].map((at) => ({ year: 2010 + at, carriesEarlierReviews: true }))
  const child = aChild({ episodes: ['2012-05-02.. S'], missing })
  return { ...aWorld([child], { asAt, settings, coverage }), registers: rowsOfFiles(files) }
}

const open = (world: World, ...clocks: string[]): string[] =>
  openDeadlinesOf(world, CHILD)
    .filter(({ clock }) => clocks.includes(clock.id))
    .map(
      ({ clock, due, dueAt, state }) => `${clock.id.slice(-1)} ${due.toString()}${dueAt ? `T${dueAt}` : ''} ${state}`,
    )

describe('CLK-MIS-1 and -2: meetings at five and at nine episodes in 90 days', () => {
  const five = ['2014-01-10', '2014-01-20', '2014-02-03', '2014-02-17', '2014-03-03']
  const nine = [...five, '2014-03-10', '2014-03-12', '2014-03-17', '2014-03-24']
  const held = (...rows: string[]) => ({
    missing_meetings: ['child,stage,date', ...rows.map((row) => `${CHILD},${row}`)],
  })
  for (const { why, days, asAt = '2014-03-31', files = {}, is } of [
    { why: 'four are none', days: five.slice(0, 4), is: [] },
    { why: 'five, 5 working days from the fifth', days: five, asAt: '2014-03-05', is: ['1 2014-03-10 running'] },
    { why: 'past and not held', days: five, is: ['1 2014-03-10 overdue'] },
    { why: 'held', days: five, files: held('STAGE_1,2014-03-07'), is: [] },
    { why: 'held, as an officer’s duty', days: five, files: { officers: ['officer_id,name,role,fte,start_date', 'A,Ann Ash,IRO,1,2010-01-01'], duties: ['duty_ref,date,officer_id,kind,child', `D1,2014-03-07,A,MISSING_MEETING,${CHILD}`] }, is: [] },
    { why: 'the window is 90 whole days', days: ['2013-12-04', '2014-01-20', '2014-02-03', '2014-02-17', '2014-03-03'], asAt: '2014-03-05', is: ['1 2014-03-10 running'] },
    { why: 'one began a day before the window', days: ['2013-12-03', '2014-01-20', '2014-02-03', '2014-02-17', '2014-03-03'], asAt: '2014-03-05', is: [] },
    { why: 'nine: the second stage takes the place of a first not held', days: nine, asAt: '2014-03-25', is: ['2 2014-03-31 running'] },
    { why: 'a sixth asks for no second meeting', days: nine.slice(0, 6), asAt: '2014-03-12', files: held('STAGE_1,2014-03-07'), is: [] },
    { why: 'fallen below and risen again', days: [...five, '2014-05-06', '2014-05-07', '2014-05-08'], asAt: '2014-05-09', files: held('STAGE_1,2014-03-07'), is: ['1 2014-05-15 running'] },
    { why: 'still there 90 days after the meeting', days: [...five, '2014-03-20', '2014-04-04', '2014-04-09', '2014-04-20', '2014-05-02', '2014-05-20'], asAt: '2014-06-06', files: held('STAGE_1,2014-03-07', 'STAGE_2,2014-05-02'), is: [] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(worldOf(days, asAt, files), 'CLK-MIS-1', 'CLK-MIS-2'), is) }) // prettier-ignore
  test('none without a protocol', () => {
    assert.deepEqual(open({ ...worldOf(nine, '2014-03-31'), settings: {} }, 'CLK-MIS-1', 'CLK-MIS-2'), [])
  })
})

describe('CLK-MIS-3: an interview within 72 hours', () => {
  const returned = (row: string) => ({
    missing_returns: [
      'child,missing_from,returned_at,interview_offered_at,interview_held_at,declined',
      `${CHILD},${row}`,
    ],
  })
  for (const { why, row, asAt, is } of [
    { why: 'bank holidays count', row: '2023-05-25,2023-05-26T22:15,,,', asAt: '2023-05-27', is: ['3 2023-05-29T22:15 running'] },
    { why: 'over the end of summer time: hours that pass', row: '2022-10-27,2022-10-28T22:15,,,', asAt: '2022-10-29', is: ['3 2022-10-31T21:15 running'] },
    { why: 'over its start', row: '2023-03-23,2023-03-24T22:15,,,', asAt: '2023-03-25', is: ['3 2023-03-27T23:15 running'] },
    { why: 'not held', row: '2023-05-25,2023-05-26T22:15,,,', asAt: '2023-05-30', is: ['3 2023-05-29T22:15 overdue'] },
    { why: 'held', row: '2023-05-25,2023-05-26T22:15,2023-05-27T10:00,2023-05-29T10:00,', asAt: '2023-06-30', is: [] },
    { why: 'held after the day asked', row: '2023-05-25,2023-05-26T22:15,,2023-05-29T10:00,', asAt: '2023-05-28', is: ['3 2023-05-29T22:15 running'] },
    { why: 'declined', row: '2023-05-25,2023-05-26T22:15,2023-05-27T10:00,,Y', asAt: '2023-06-30', is: [] },
    { why: 'not back yet', row: '2023-05-25,,,,', asAt: '2023-06-30', is: [] },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(open(worldOf([], asAt, returned(row)), 'CLK-MIS-3'), is) }) // prettier-ignore
  for (const { held, is } of [
    { held: '2022-10-31T21:15', is: 'met' },
    { held: '2022-10-31T21:16', is: 'met_late' },
  ])
    test(`on the last minute of 72 hours: ${held} is ${is}`, () => {
      const world = worldOf([], '2022-11-30', returned(`2022-10-27,2022-10-28T22:15,,${held},`))
      const runs = clockRunsOf(world, CHILD).filter(({ clock }) => clock.id === 'CLK-MIS-3')
      assert.deepEqual(
        runs.map((run) => deadlineOf(run, world.asAt, world.holidays)?.state),
        [is],
      )
    })
  test('it says by what time, and that every hour counts', () => {
    const world = worldOf([], '2023-05-27', returned('2023-05-25,2023-05-26T22:15,,,'))
    const [deadline] = openDeadlinesOf(world, CHILD).filter(({ clock }) => clock.id === 'CLK-MIS-3')
    assert.ok(deadline)
    assert.match(
      explain(deadline, world.holidays),
      /due by Monday 29 May 2023 at 10:15pm, within 72 hours of coming back/,
    )
  })
})

describe('what can’t be is refused, in a file and on a page alike', () => {
  const faults = (content: Readonly<Record<string, string>>) =>
    missingReturns.faultsOf({ child: CHILD, missing_from: '2023-05-25', ...content }, new Set())
  for (const { why, content, column } of [
    { why: 'back before missing', content: { returned_at: '2023-05-24T10:00' }, column: 'returned_at' },
    { why: 'an interview before the return', content: { returned_at: '2023-05-26T10:00', interview_held_at: '2023-05-26T09:59' }, column: 'interview_held_at' },
    { why: 'offered before the return', content: { returned_at: '2023-05-26T10:00', interview_offered_at: '2023-05-26T09:00' }, column: 'interview_offered_at' },
    { why: 'held before it was offered', content: { interview_offered_at: '2023-05-27T10:00', interview_held_at: '2023-05-27T09:00' }, column: 'interview_held_at' },
  ]) // prettier-ignore
    test(why, () => { assert.deepEqual(faults(content).map((fault) => fault.column), [column]) }) // prettier-ignore
  test('back on the day itself is right', () => { assert.deepEqual(faults({ returned_at: '2023-05-25T23:00' }), []) }) // prettier-ignore
})
