import { reviewKinds } from '../reviews/domain/deadlineKinds.ts'
import { registersOf } from '../../test/support/registers.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../test/support/children.ts'
import { aReview } from '../../test/support/inviting.ts'
import type { World } from '../children/domain/world.ts'
import { knownTo, openDeadlines } from '../world/deadlines.ts'

/** Due on 12 January 2023. */
const missed = aChild({ child: '1', episodes: ['2021-12-01 S C2 U6'], reviews: ['2021-12-20', '2022-03-14', '2022-07-12'] }) // prettier-ignore
/** Due on 30 March 2023. */
const justMissed = aChild({ child: '2', episodes: ['2021-12-01 S C2 U6'], reviews: ['2021-12-20', '2022-03-14', '2022-09-30'] }) // prettier-ignore
/** Due on 20 July 2023. */
const dueAfter = aChild({ child: '3', episodes: ['2021-12-01 S C2 U6'], reviews: ['2021-12-20', '2022-03-14', '2023-01-20'] }) // prettier-ignore

const world = (asAt: string): World => aWorld([missed, justMissed, dueAfter], { asAt })
const reviewsOf = (seen: World) =>
  openDeadlines(seen)
    .filter(({ clock }) => clock.kind === reviewKinds.review)
    .map(({ child, state, daysLate }) => [child, state, daysLate])

describe('what is due is known as far as the data reach', () => {
  test('on a day that the return reaches, it is overdue or still to come', () => {
    const onDay = world('2023-03-01')
    assert.equal(knownTo(onDay).toString(), '2023-03-01')
    assert.deepEqual(reviewsOf(onDay), [
      ['1', 'overdue', 48],
      ['2', 'running', 0],
      ['3', 'running', 0],
    ])
  })
  test('years after the return it is no later than on the return’s last day, and what fell due since is not known', () => {
    const late = world('2026-11-29')
    assert.equal(knownTo(late).toString(), '2023-03-31')
    assert.deepEqual(reviewsOf(late), [
      ['1', 'overdue', 78],
      ['2', 'overdue', 1],
      ['3', 'not_known', 0],
    ])
  })
  for (const { why, booked, to } of [
    { why: 'that goes on is known to today', booked: '2023-10-02', to: '2023-09-01' },
    { why: 'that stopped, to its latest entry', booked: '2023-06-15', to: '2023-06-15' },
    { why: 'older than the return adds nothing', booked: '2022-06-15', to: '2023-03-31' },
  ]) {
    test(`a register of reviews ${why}`, () => {
      const registers = registersOf({ reviews: [aReview({ booked_date: booked })] })
      assert.equal(knownTo({ ...world('2023-09-01'), registers }).toString(), to)
    })
  }
})
