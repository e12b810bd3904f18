import { bookingSetting } from '../settings.ts'
import { registersOf } from '../../../test/support/registers.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ChildInWords, aChild, aWorld, episode } from '../../../test/support/children.ts'
import { holidays } from '../../../test/support/holidays.ts'
import { aReview } from '../../../test/support/inviting.ts'
import { valueOf } from '../../figures/compute.ts'
import { date } from '../../kernel/dates.ts'
import { reviewFigures } from './figures.ts'
import { isCompletedInTime } from './completion.ts'
import { registerFigures } from './registerFigures/all.ts'

type Options = Parameters<typeof aWorld>[1]

function partsOf(id: string, children: readonly ChildInWords[], options: Options = {}) {
  const figure = reviewFigures.find((one) => one.id === id)
  assert.ok(figure, id)
  const numbered = children.map((child, index) => aChild({ child: String(index), ...child }))
  return valueOf(figure, aWorld(numbered, options))
}

const shareOf = (id: string, children: readonly ChildInWords[], options: Options = {}) => {
  const { numerator, denominator, leftOut } = partsOf(id, children, options)
  return { parts: [numerator, denominator], leftOut }
}

describe('a child with a review that nobody can judge', () => {
  const coverage = [{ year: 2022, carriesEarlierReviews: false }]
  const known = { episodes: ['2022-06-01 S C2 U6'], reviews: ['2022-06-20', '2022-09-19', '2023-03-17'] }
  const unknown = { episodes: ['2019-05-01 S C2 U6'], reviews: ['2022-09-01', '2023-02-01'] }
  it('is in neither part, and is told of', () => {
    const answer = shareOf('children.reviews_on_time', [known, unknown], { coverage })
    assert.deepEqual(answer, { parts: [1, 1], leftOut: 1 })
  })
  it('its judged reviews are still counted', () => {
    assert.deepEqual(shareOf('reviews.on_time', [unknown], { coverage }), { parts: [1, 1], leftOut: 1 })
  })
})

describe('a review after a return from adopters (CLK-REV-17: from 2 to 16 October 2022)', () => {
  const child = (...reviews: string[]) => ({
    episodes: ['2021-05-10..2022-04-11 S E1 U6', '2022-04-11..2022-09-04 P E1 A6', '2022-09-04 P E1 U6'],
    reviews: ['2021-06-04', '2021-09-03', '2022-03-01', '2022-05-06', '2022-08-01', ...reviews],
  })
  for (const { why, reviews, asAt, held, overdue, allOnTime } of [
    { why: 'within the window', reviews: ['2022-10-10'], asAt: '2023-03-31', held: [3, 3], overdue: 0, allOnTime: 1 },
    { why: 'after it', reviews: ['2022-10-17'], asAt: '2023-03-31', held: [2, 3], overdue: 0, allOnTime: 0 },
    {
      why: 'before it, and it is still to come',
      reviews: ['2022-09-20'],
      asAt: '2022-10-15',
      held: [3, 3],
      overdue: 0,
      allOnTime: 1,
    },
    {
      why: 'before it, and none came',
      reviews: ['2022-09-20'],
      asAt: '2022-10-16',
      held: [2, 3],
      overdue: 1,
      allOnTime: 0,
    },
    {
      why: 'before it and within it',
      reviews: ['2022-09-20', '2022-10-10'],
      asAt: '2023-03-31',
      held: [4, 4],
      overdue: 0,
      allOnTime: 1,
    },
    {
      why: 'before it and after it',
      reviews: ['2022-09-20', '2022-10-20'],
      asAt: '2023-03-31',
      held: [3, 4],
      overdue: 0,
      allOnTime: 0,
    },
    { why: 'never', reviews: [], asAt: '2022-10-16', held: [2, 2], overdue: 1, allOnTime: 0 },
  ]) /* prettier-ignore */ {
    it(why, () => {
      const counted = [child(...reviews)]
      assert.deepEqual(shareOf('reviews.on_time', counted, { asAt }).parts, held)
      assert.equal(partsOf('reviews.overdue', counted, { asAt }).value, overdue)
      assert.deepEqual(shareOf('children.reviews_on_time', counted, { asAt }).parts, [allOnTime, 1])
    })
  }
})

describe('overdue at the snapshot', () => {
  /** Due on 28 March 2023. */
  const child = (...reviews: string[]) => ({
    episodes: ['2022-02-01 S C2 U6'],
    reviews: ['2022-02-25', '2022-05-24', '2022-09-28', ...reviews],
  })
  for (const { why, reviews, asAt, overdue } of [
    { why: 'the day before', reviews: [], asAt: '2023-03-27', overdue: 0 },
    { why: 'at the end of the day it was due', reviews: [], asAt: '2023-03-28', overdue: 1 },
    { why: 'held that day', reviews: ['2023-03-28'], asAt: '2023-03-28', overdue: 0 },
    {
      why: 'at the year end, as seen later, when it had been held',
      reviews: ['2023-04-20'],
      asAt: '2023-05-31',
      overdue: 1,
    },
  ]) /* prettier-ignore */ {
    it(`${why}: ${overdue}, for reviews and for children alike`, () => {
      const counted = [child(...reviews)]
      assert.equal(partsOf('reviews.overdue', counted, { asAt }).value, overdue)
      assert.deepEqual(shareOf('children.reviews_on_time', counted, { asAt }).parts, [1 - overdue, 1])
    })
  }
})

describe('a local rule on moves', () => {
  const child = {
    episodes: [episode('2022-02-01..2023-02-01 S C2 U6'), episode('2023-02-01 P C2 U6')],
    reviews: ['2022-02-25', '2022-05-24', '2022-11-22'],
  }
  for (const { why, countsForTimeliness, overdue } of [
    { why: 'that does not count makes nobody overdue', countsForTimeliness: false, overdue: 0 },
    { why: 'that counts does', countsForTimeliness: true, overdue: 1 },
  ]) {
    it(why, () => {
      const rule = { moves: 'every_new_placement', workingDays: 20, restartsCycle: true, source: 'Here' } as const
      const settings = { reviewAfterMove: { ...rule, countsForTimeliness } }
      assert.equal(partsOf('reviews.overdue', [child], { settings }).value, overdue)
      assert.deepEqual(shareOf('children.reviews_on_time', [child], { settings }).parts, [1 - overdue, 1])
    })
  }
})

describe('children who gave their views to every review', () => {
  const child = (...reviews: string[]) => ({ bornOn: '2012-02-03', episodes: ['2022-02-01 S C2 U6'], reviews })
  for (const { why, given, answer } of [
    {
      why: 'a code not recorded',
      given: child('2022-05-20 PN1', '2022-11-01 not_recorded'),
      answer: { parts: [null, null], leftOut: 1 },
    },
    {
      why: 'one not recorded, another PN7',
      given: child('2022-05-20 PN7', '2022-11-01 not_recorded'),
      answer: { parts: [0, 1], leftOut: 0 },
    },
    {
      why: 'one not recorded before 4',
      given: { ...child('2022-05-20 not_recorded', '2022-11-01 PN1'), bornOn: '2018-08-01' },
      answer: { parts: [1, 1], leftOut: 0 },
    },
  ]) {
    it(why, () => { assert.deepEqual(shareOf('children.participated', [given]), answer) }) // prettier-ignore
  }
})

describe('the time to complete an adjourned review is the authority’s own', () => {
  const heldOn = date('2022-11-01')
  const details = aReview({ status: 'HELD', held_date: '2022-11-01', completed_date: '2022-11-22', adjourned: true })
  for (const { days, isInTime } of [
    { days: 20, isInTime: true },
    { days: 15, isInTime: true },
    { days: 14, isInTime: false },
  ]) {
    it(`15 working days where the limit is ${days}: ${isInTime ? 'in time' : 'late'}`, () => {
      const settings = bookingSetting.as({ ...bookingSetting.of({}), adjournmentWorkingDays: days })
      const review = { heldOn, participation: 'PN1', source: null, details }
      assert.equal(isCompletedInTime(review, date('2023-03-31'), { settings, holidays }), isInTime)
    })
  }
})

it('a plan ratified and a plan agreed by the officer are two facts', () => {
  const child = { child: 'NORTH1', episodes: ['2022-02-01 S C2 U6'] }
  const held = { status: 'HELD', held_date: '2022-11-01', plan_ratified: true, plan_agreed: false }
  const world = { ...aWorld([aChild(child)]), registers: registersOf({ reviews: [aReview(held)] }) }
  const partsIn = (id: string) => {
    const figure = registerFigures.find((one) => one.id === id)
    assert.ok(figure, id)
    const { label, numerator, denominator } = valueOf(figure, world)
    return [label, numerator, denominator]
  }
  assert.deepEqual(partsIn('reviews.plan_ratified'), ['Plan ratified', 1, 1])
  assert.deepEqual(partsIn('reviews.plan_agreed'), ['Plan agreed by the IRO at the review', 0, 1])
})
