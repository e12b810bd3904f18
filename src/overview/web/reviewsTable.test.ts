import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type ChildInWords, aChild, aWorld } from '../../../test/support/children.ts'
import { aReview } from '../../../test/support/inviting.ts'
import { registersOf } from '../../../test/support/registers.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { reviewsTable } from './child.tables.ts'

const inTimeOf = (child: ChildInWords, register: Parameters<typeof aReview>[0][] = []): string[] => {
  const world = aWorld([aChild({ child: 'NORTH1', ...child })])
  const [history] = world.histories
  assert.ok(history)
  const known = { ...world, registers: registersOf({ reviews: register.map((row) => aReview(row)) }) }
  return reviewsTable(cycleOf(known, history).held).rows.map((cells) => cells[3] ?? '')
}

it('says how a review was late: by days, by being completed too late, or by coming before its window', () => {
  const first = { episodes: ['2022-08-09.. S'], reviews: ['2022-09-09'] }
  assert.deepEqual(inTimeOf(first), ['No, 2 days late'])

  const series = { status: 'HELD', held_date: '2022-09-06', completed_date: '2022-10-06', series_of_meetings: true }
  assert.deepEqual(inTimeOf({ ...first, reviews: ['2022-09-06'] }, [series]), ['No, completed too late'])

  const returned = {
    episodes: ['2021-05-10..2022-04-11 S E1 U6', '2022-04-11..2022-09-04 P E1 A6', '2022-09-04.. P E1 U6'],
    reviews: ['2021-06-04', '2021-09-03', '2022-03-01', '2022-05-06', '2022-08-01', '2022-09-20'],
  }
  assert.equal(inTimeOf(returned).at(-1), 'No, held before its window')
})
