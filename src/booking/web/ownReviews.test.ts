import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { aMeeting, aReview } from '../../../test/support/inviting.ts'
import { registersOf } from '../../../test/support/registers.ts'
import { date } from '../../kernel/dates.ts'
import { ownReviews } from './ownReviews.ts'

describe('reviews of someone’s own children', () => {
  const held = (child: string, last: string) =>
    aChild({ child, episodes: ['2022-05-09..'], reviews: ['2022-06-06', last] })
  // Six months after the last: due on 5 March, 15 March and 5 May 2023.
  const world = {
    ...aWorld([held('LATE', '2022-09-05'), held('SOON', '2022-09-15'), held('FAR', '2022-11-05')], {
      asAt: '2023-03-10',
    }),
    registers: registersOf({
      reviews: [aReview({ child: 'FAR' })],
      meetings: [aMeeting({ child: 'FAR', on: date('2023-03-14') })],
    }),
  }

  test('are those that are late, booked or due in the next 30 days, late ones first', () => {
    assert.deepEqual(
      ownReviews(world, 'everyone', 'X').map(({ child, when, isLate }) => [child, when.slice(0, 10), isLate]),
      [
        ['LATE', 'Not booked', true],
        ['FAR', 'Booked for', false],
        ['SOON', 'Not booked', false],
      ],
    )
  })

  test('are of nobody else', () => {
    assert.deepEqual(
      ownReviews(world, new Set(['SOON']), 'X').map(({ child, due }) => [child, due]),
      [['SOON', 'Wednesday 15 March 2023, in 5 days']],
    )
  })
})
