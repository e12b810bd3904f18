import { reviewKinds } from '../../../reviews/domain/deadlineKinds.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ChildInWords, aChild, aWorld, healthOf } from '../../../../test/support/children.ts'
import { holidays } from '../../../../test/support/holidays.ts'
import { dueDate } from '../../../clocks/deadlines.ts'
import { explain } from '../../../clocks/explain.ts'
import { addMonths, date } from '../../../kernel/dates.ts'
import { openDeadlinesOf } from '../../../world/deadlines.ts'
import type { Settings } from '../../../settings/settings.ts'
import { careClocks } from '../clocks.ts'
import { reviewHealthClock } from './health.ts'
import { eligibleOn } from './pathwayPlan.ts'
import { historyOf } from '../../../../test/support/children.ts'

function openOf(child: ChildInWords, asAt: string, settings: Settings = {}) {
  const world = aWorld([aChild(child)], { asAt, settings })
  const [history] = world.histories
  assert.ok(history)
  return openDeadlinesOf(world, history.record.child)
}

const dueBy = (child: ChildInWords, asAt: string, clock: string, settings: Settings = {}) =>
  openOf(child, asAt, settings)
    .filter((deadline) => deadline.clock.id === clock)
    .map((deadline) => deadline.due.toString())

describe('what becoming looked after starts', () => {
  const cases = [
    {
      clock: 'CLK-IRO-1',
      from: '2022-09-15',
      due: ['2022-09-23'],
      why: 'an IRO in 5 working days, a one-off holiday in the way',
    },
    { clock: 'CLK-IRO-1', from: '2023-04-06', due: ['2023-04-17'], why: 'an IRO in 5 working days over Easter' },
    { clock: 'CLK-CPI-1', from: '2022-09-02', due: ['2022-10-03'], why: 'the initial health assessment' },
    {
      clock: 'CLK-CPI-6',
      from: '2023-09-11',
      due: ['2023-09-25', '2023-10-09'],
      why: 'an education plan begun and ready',
    },
    { clock: 'CLK-CPI-8', from: '2023-05-02', due: ['2023-09-02'], why: 'a permanence plan in four months' },
    {
      clock: 'CLK-CPI-11',
      from: '2023-04-03',
      due: ['2023-04-12', '2023-04-19'],
      why: 'a placement plan in 5 working days and a care plan in 10 over Easter',
    },
  ]
  for (const { clock, from, due, why } of cases) {
    it(`${clock}: ${why}`, () => {
      assert.deepEqual(dueBy({ episodes: [`${from}.. S C2 U6`] }, from, clock), due)
    })
  }
  it('on remand: a care plan in 5 working days, in detention a placement plan in 10 (CLK-REV-18)', () => {
    assert.deepEqual(dueBy({ episodes: ['2022-09-09.. S J1 U6'] }, '2022-09-09', 'CLK-REV-18'), ['2022-09-16'])
    assert.deepEqual(dueBy({ episodes: ['2022-09-09.. S J1 R5'] }, '2022-09-09', 'CLK-REV-18'), ['2022-09-26'])
  })
  const remands = [
    { why: 'looked after before', episodes: ['2022-04-04..2022-09-09 S V2', '2022-09-09.. B J1 R5'], due: ['Detention placement plan 2022-09-26'] },
    { why: 'in a secure children’s home', episodes: ['2022-09-09.. S J1 K1'], due: ['Detention placement plan 2022-09-26'] },
    { why: 'looked after before, and not detained', episodes: ['2022-04-04..2022-09-09 S V2', '2022-09-09.. B J1 K2'], due: [] },
    { why: 'moved into detention', episodes: ['2022-09-08..2022-09-09 S J1 K2', '2022-09-09.. P J1 R5'], due: ['Detention placement plan 2022-09-26'] },
    { why: 'over', episodes: ['2022-09-05..2022-09-09 S J1 R5', '2022-09-09.. B V2 U6'], due: [] },
  ] // prettier-ignore
  for (const { why, episodes, due } of remands) {
    it(`on remand, ${why} (CLK-REV-18)`, () => {
      const open = openOf({ bornOn: '2007-05-05', episodes }, '2022-09-10')
      const plans = open.filter(({ clock }) => clock.id === 'CLK-REV-18')
      assert.deepEqual(
        plans.map((deadline) => `${deadline.clock.title} ${deadline.due.toString()}`),
        due,
      )
      assert.ok(open.every(({ clock }) => clock.kind !== reviewKinds.secure))
    })
  }
  it('a secure children’s home by a care order: a panel; by a remand: none (CLK-REV-19)', () => {
    const panels = (episodes: string[]) => dueBy({ episodes }, '2022-09-10', 'CLK-REV-19')
    assert.deepEqual(panels(['2022-09-09.. S C2 K1']), ['2022-10-09'])
    assert.deepEqual(panels(['2022-07-01..2022-09-05 S J1 K1', '2022-09-05.. L C2 K1']), ['2022-10-05'])
    assert.deepEqual(panels(['2022-09-01..2022-09-05 S C2 U6', '2022-09-05.. T C2 K1']), ['2022-10-05'])
  })
  it('nothing where the start is not recorded', () => {
    assert.deepEqual(dueBy({ episodes: ['2022-09-15.. P C2 U6'] }, '2022-09-15', 'CLK-IRO-1'), [])
  })
  it('nothing for short breaks', () => {
    assert.deepEqual(dueBy({ episodes: ['2022-09-15..2022-09-18 S V3 U6 E4A'] }, '2022-09-16', 'CLK-CPI-1'), [])
  })
  it('no education plan before school age', () => {
    assert.deepEqual(dueBy({ bornOn: '2021-01-05', episodes: ['2023-09-11.. S'] }, '2023-09-11', 'CLK-CPI-6'), [])
  })
  it('what the return can’t confirm is shown until it is due, and then no more', () => {
    const child = { episodes: ['2022-09-15.. S C2 U6'] }
    const [deadline] = openOf(child, '2022-09-23').filter((one) => one.clock.id === 'CLK-IRO-1')
    assert.ok(deadline)
    assert.match(explain(deadline, holidays), /does not say whether this was done/)
    assert.deepEqual(dueBy(child, '2022-09-24', 'CLK-IRO-1'), [])
  })
  it('an authority may allow its own number of days for naming an IRO', () => {
    assert.deepEqual(
      dueBy({ episodes: ['2023-06-05.. S'] }, '2023-06-05', 'CLK-IRO-1', { iroAppointmentWorkingDays: 3 }),
      ['2023-06-08'],
    )
  })
})

describe('health assessments (CLK-CPI-2)', () => {
  const next = (born: string, last: string) => {
    const clock = reviewHealthClock(date(born), date(last))
    return dueDate(date(last), clock.limit, holidays).toString()
  }
  it('six months under 5', () => {
    assert.equal(next('2020-09-20', '2023-05-31'), '2023-11-30')
  })
  it('twelve where the child turns 5 before the six months end', () => {
    assert.equal(next('2018-09-20', '2023-05-31'), '2024-05-31')
  })
  it('twelve from 5', () => {
    assert.equal(next('2015-09-20', '2023-05-31'), '2024-05-31')
  })
  it('from the return: the latest date on which the next can be due', () => {
    const child = {
      episodes: ['2020-05-01.. S'],
      health: [healthOf(2022, { hadHealthAssessment: true, hadTeethCheck: true, sdqScore: 9 })],
    }
    for (const clock of ['CLK-CPI-2', 'CLK-CPI-3', 'CLK-CPI-5'])
      assert.deepEqual(dueBy(child, '2023-03-31', clock), ['2024-03-31'])
  })
  it('recorded as not done in the year: overdue from its end', () => {
    const child = {
      episodes: ['2020-05-01.. S'],
      health: [healthOf(2021, { hadTeethCheck: true }), healthOf(2022, { hadTeethCheck: false })],
    }
    const [dental] = openOf(child, '2023-04-03').filter((one) => one.clock.id === 'CLK-CPI-3')
    // The return reaches to 31 March: what is late is counted to the last day that is known of.
    assert.deepEqual([dental?.due.toString(), dental?.state, dental?.daysLate], ['2023-03-31', 'overdue', 1])
  })
  it('a questionnaire only from 4 to 16, the first within a year of becoming looked after', () => {
    const child = (bornOn: string) => ({ bornOn, episodes: ['2022-08-01.. S'] })
    assert.deepEqual(dueBy(child('2015-05-05'), '2022-10-01', 'CLK-CPI-5'), ['2023-08-01'])
    assert.deepEqual(dueBy(child('2019-05-05'), '2022-10-01', 'CLK-CPI-5'), [])
    assert.deepEqual(dueBy(child('2005-05-05'), '2022-10-01', 'CLK-CPI-5'), [])
    assert.deepEqual(dueBy(child('2006-08-01'), '2022-10-01', 'CLK-CPI-5'), [], '17 on the day it would be due')
    assert.deepEqual(dueBy(child('2006-08-02'), '2022-10-01', 'CLK-CPI-5'), ['2023-08-01'], 'still 16 on that day')
  })
  it('no questionnaire that falls due at 17', () => {
    const child = { bornOn: '2006-05-05', episodes: ['2020-08-01.. S'], health: [healthOf(2021, { sdqScore: 9 })] }
    assert.deepEqual(dueBy({ ...child, bornOn: '2006-02-05' }, '2022-12-01', 'CLK-CPI-5'), [])
    assert.deepEqual(dueBy(child, '2022-12-01', 'CLK-CPI-5'), ['2023-03-31'])
  })
  it('last questionnaire on 31 March 2023: the next by 31 March 2024', () => {
    assert.equal(addMonths(date('2023-03-31'), careClocks.sdq.limit.amount).toString(), '2024-03-31')
  })
})

describe('pathway plans (CLK-CPI-7)', () => {
  it('three months from the sixteenth birthday', () => {
    assert.deepEqual(dueBy({ bornOn: '2007-11-30', episodes: ['2019-05-01.. S'] }, '2023-12-01', 'CLK-CPI-7'), [
      '2024-02-29',
    ])
  })
  it('three months from becoming eligible, where that is later', () => {
    const child = { bornOn: '2006-11-30', episodes: ['2023-01-10.. S'] }
    assert.equal(eligibleOn(historyOf(child, '2023-12-01'), date('2006-11-30'))?.toString(), '2023-04-10')
    assert.deepEqual(dueBy(child, '2023-05-01', 'CLK-CPI-7'), ['2023-07-10'])
  })
  it('weeks looked after before count, if some of the time is after sixteen', () => {
    const episodes = ['2021-01-01..2021-03-31 S C2 U6 E4A', '2022-12-20.. S']
    assert.equal(
      eligibleOn(historyOf({ bornOn: '2006-11-30', episodes }, '2023-12-01'), date('2006-11-30'))?.toString(),
      '2022-12-21',
    )
  })
  it('nobody who left before sixteen', () => {
    const child = { bornOn: '2006-11-30', episodes: ['2018-01-01..2022-11-30 S C2 U6 E4A'] }
    assert.equal(eligibleOn(historyOf(child, '2023-12-01'), date('2006-11-30')), null)
  })
})
