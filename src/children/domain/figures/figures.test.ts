import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ChildInWords, aChild, aWorld, episode, healthOf } from '../../../../test/support/children.ts'
import { rowsOfFiles } from '../../../../test/support/registerRows.ts'
import { valueOf } from '../../../figures/compute.ts'
import type { Figure } from '../../../figures/figure.ts'
import { date } from '../../../kernel/dates.ts'
import type { MissingFact } from '../record.ts'
import type { World } from '../world.ts'
import { flowFigures } from './flow.ts'
import { healthFigures } from './health.ts'
import { missingFigures } from './missing.ts'
import { populationFigures } from './population.ts'

const all: readonly Figure<World>[] = [...populationFigures, ...flowFigures, ...healthFigures, ...missingFigures]

/** The value of a count, numerator and denominator of a percentage, of one child in 2022-23. */
function of(child: ChildInWords, id: string): number | null | (number | null)[] {
  const figure = all.find((one) => one.id === id)
  assert.ok(figure, id)
  const { unit, value, numerator, denominator } = valueOf(figure, aWorld([aChild(child)]))
  return unit === 'percent' ? [numerator, denominator] : value
}

const flow = ['cla.count_at_start', 'cla.any_in_year', 'cla.started', 'cla.ceased', 'cla.count']

describe('who is counted from the first day of the year to the last', () => {
  for (const { why, episodes, bornOn, counts } of [
    { why: 'ceased on 1 April', episodes: ['2021-05-03..2022-04-01 S C2 U6 E4A'], counts: [1, 1, 0, 1, 0] },
    { why: 'ceased on 31 March before', episodes: ['2021-05-03..2022-03-31 S C2 U6 E4A'], counts: [0, 0, 0, 0, 0] },
    { why: 'started on 1 April', episodes: ['2022-04-01 S C2 U6'], counts: [0, 1, 1, 0, 1] },
    { why: 'started and ceased on 1 April', episodes: ['2022-04-01..2022-04-01 S C2 U6 E4A'], counts: [0, 1, 1, 1, 0] },
    { why: 'started on 31 March', episodes: ['2023-03-31 S C2 U6'], counts: [0, 1, 1, 0, 1] },
    { why: 'ceased on 31 March', episodes: ['2021-05-03..2023-03-31 S C2 U6 E4A'], counts: [1, 1, 0, 1, 0] },
    {
      why: '18 in the year with an open episode',
      bornOn: '2004-09-12',
      episodes: ['2021-05-03 S C2 U6'],
      counts: [1, 1, 0, 1, 0],
    },
    {
      why: '18 on 31 March with an open episode',
      bornOn: '2005-03-31',
      episodes: ['2021-05-03 S C2 U6'],
      counts: [1, 1, 0, 1, 0],
    },
    {
      why: '18 before the year with an open episode',
      bornOn: '2003-09-12',
      episodes: ['2021-05-03 S C2 U6'],
      counts: [0, 0, 0, 0, 0],
    },
    { why: 'started at 18', bornOn: '2004-04-02', episodes: ['2022-06-01 S V2 K2'], counts: [0, 0, 0, 0, 0] },
    {
      why: 'an episode that ends after the 18th birthday',
      bornOn: '2004-09-12',
      episodes: ['2021-05-03..2022-10-01 S C2 U6 E7'],
      counts: [1, 1, 0, 1, 0],
    },
  ]) {
    it(why, () => {
      const child = { episodes, ...(bornOn && { bornOn }) }
      assert.deepEqual(flow.map((id) => of(child, id)), counts) // prettier-ignore
    })
  }
})

describe('who is looked after for the twelve months of the health figures', () => {
  const health = [healthOf(2022, { hadHealthAssessment: true })]
  for (const { why, episodes, isIn } of [
    { why: 'started on 31 March before', episodes: ['2022-03-31 S C2 U6'], isIn: true },
    { why: 'started on 1 April', episodes: ['2022-04-01 S C2 U6'], isIn: true },
    { why: 'started on 2 April', episodes: ['2022-04-02 S C2 U6'], isIn: false },
    {
      why: 'moved in the year',
      episodes: ['2021-06-01..2022-09-05 S C2 U6', '2022-09-05 P C2 U6'],
      isIn: true,
    },
    {
      why: 'left and came back',
      episodes: ['2021-06-01..2022-09-05 S C2 U6 E4A', '2022-11-01 S C2 U6'],
      isIn: false,
    },
    {
      why: 'left and came back without a start',
      episodes: ['2021-06-01..2022-09-05 S C2 U6 E4A', '2022-11-01 P C2 U6'],
      isIn: false,
    },
  ]) {
    it(`${why}: ${isIn ? 'is' : 'is not'}`, () => {
      assert.deepEqual(of({ episodes, health }, 'health.assessment_current'), isIn ? [1, 1] : [null, null])
    })
  }
})

describe('health figures by the register of checks, where the return has no OC2 rows', () => {
  const episodes = ['2021-05-03 S C2 U6']
  for (const { why, id, bornOn = '2012-02-03', check, health = [], is } of [
    {
      why: 'assessed 12 months before',
      id: 'health.assessment_current',
      check: 'HEALTH_ASSESSMENT_REVIEW,2022-03-31',
      is: [1, 1],
    },
    {
      why: 'assessed a day earlier',
      id: 'health.assessment_current',
      check: 'HEALTH_ASSESSMENT_REVIEW,2022-03-30',
      is: [0, 1],
    },
    {
      why: 'under 5, assessed 6 months before',
      id: 'health.assessment_current',
      bornOn: '2018-04-01',
      check: 'HEALTH_ASSESSMENT_INITIAL,2022-09-30',
      is: [1, 1],
    },
    {
      why: 'under 5, assessed a day earlier',
      id: 'health.assessment_current',
      bornOn: '2018-04-01',
      check: 'HEALTH_ASSESSMENT_INITIAL,2022-09-29',
      is: [0, 1],
    },
    {
      why: '5 on the day',
      id: 'health.assessment_current',
      bornOn: '2018-03-31',
      check: 'HEALTH_ASSESSMENT_REVIEW,2022-09-29',
      is: [1, 1],
    },
    { why: 'of a later day', id: 'health.dental_current', check: 'DENTAL_CHECK,2023-04-01', is: [0, 1] },
    { why: 'seen by a dentist', id: 'health.dental_current', check: 'DENTAL_CHECK,2023-03-31', is: [1, 1] },
    { why: 'no check of the kind is kept', id: 'health.dental_current', check: 'PEP,2023-03-31', is: [null, null] },
    { why: 'a questionnaire', id: 'health.sdq_current', check: 'SDQ,2022-10-01', is: [1, 1] },
    {
      why: 'too young for one',
      id: 'health.sdq_current',
      bornOn: '2018-04-02',
      check: 'SDQ,2022-10-01',
      is: [null, null],
    },
    {
      why: 'the return has them',
      id: 'health.assessment_current',
      check: 'HEALTH_ASSESSMENT_REVIEW,2022-10-01',
      health: [healthOf(2022, { hadHealthAssessment: false })],
      is: [0, 1],
    },
  ])
    // prettier-ignore
    it(`${id}: ${why}`, () => {
      const figure = all.find((one) => one.id === id)
      assert.ok(figure)
      const child = aChild({ child: '100001', bornOn, episodes, health })
      const world = { ...aWorld([child]), registers: rowsOfFiles({ checks: ['child,kind,date', `100001,${check}`] }) }
      const { numerator, denominator } = valueOf(figure, world)
      assert.deepEqual([numerator, denominator], is)
    })
})

describe('going missing counts while looked after', () => {
  const went = (on: string): MissingFact => ({
    from: date(on),
    to: date(on),
    kind: 'M',
    source: { year: 2022, table: 'Missing', row: 2 },
  })
  for (const { why, on, count } of [
    { why: 'before care', on: '2022-05-31', count: 0 },
    { why: 'on the first day of care', on: '2022-06-01', count: 1 },
    { why: 'on the day before it ended', on: '2022-08-31', count: 1 },
    { why: 'on the day it ended', on: '2022-09-01', count: 0 },
    { why: 'after it', on: '2022-10-01', count: 0 },
    { why: 'past the 18th birthday', on: '2023-03-02', count: 0 },
  ]) {
    it(`${why}: ${count}`, () => {
      const episodes = [episode('2022-06-01..2022-09-01 S C2 U6 E4A'), episode('2023-02-01 S C2 U6')]
      const child = { bornOn: '2005-03-01', episodes, missing: [went(on)] }
      assert.deepEqual([of(child, 'missing.episodes'), of(child, 'missing.children')], [count, count])
    })
  }
})

describe('two years in one placement, where the start of care is known', () => {
  const stayed = (child: string) => aChild({ child, episodes: ['2019-05-01 S C2 U6'] })
  const moved = (child: string) => aChild({ child, episodes: ['2019-05-01..2022-05-01 S C2 U6', '2022-05-01 P C2 U6'] })
  /** As a return of one year has a child who moved before it: the placement before is not in it. */
  const startUnknown = (child: string) => aChild({ child, episodes: ['2021-05-01 P C2 U6'] })
  const some = (count: number, make: (child: string) => ReturnType<typeof aChild>, from: number) =>
    Array.from({ length: count }, (_, index) => make(String(from + index)))

  const figure = populationFigures.find(({ id }) => id === 'cla.same_placement_2y')
  for (const { why, known, unknown, parts, leftOut } of [
    { why: 'all are known', known: 20, unknown: 0, parts: [10, 20], leftOut: 0 },
    { why: 'one in twenty is not', known: 19, unknown: 1, parts: [9, 19], leftOut: 1 },
    { why: 'one in nineteen is not', known: 18, unknown: 1, parts: [null, null], leftOut: 1 },
    { why: 'none is known', known: 0, unknown: 4, parts: [null, null], leftOut: 4 },
  ]) {
    it(why, () => {
      const half = Math.floor(known / 2)
      const children = [
        ...some(half, stayed, 0),
        ...some(known - half, moved, 100),
        ...some(unknown, startUnknown, 200),
      ]
      assert.ok(figure)
      const value = valueOf(figure, aWorld(children))
      assert.deepEqual([value.numerator, value.denominator, value.leftOut], [...parts, leftOut])
      if (parts[0] === null) assert.match(value.reason ?? '', /do not say when care began/)
    })
  }
})
