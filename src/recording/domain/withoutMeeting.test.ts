import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { date } from '../../kernel/dates.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { lengthOf } from './suggested.ts'
import { whyMeetingNeeded } from './withoutMeeting.ts'

const CHILD = '100001'
const LONG_TERM = ['2022-04-04.. S C2 U4']
const HEAD = 'review_ref,child,kind,status,held_date'

function world(asAt: string, { episodes = LONG_TERM, reviews = [] as string[], without = [] as string[] } = {}) {
  const coverage = [...Array(20).keys()].map((at) => ({ year: 2010 + at, carriesEarlierReviews: true }))
  const files = {
    reviews: [HEAD, ...reviews.map((on, at) => `R${at},${CHILD},CLA,HELD,${on}`)],
    review_details: ['review_ref,mode', ...without.map((ref) => `${ref},NO_MEETING`)],
  }
  return { ...aWorld([aChild({ episodes })], { asAt, coverage }), registers: rowsOfFiles(files) }
}

describe('CLK-REV-11: a review without a meeting', () => {
  test('is allowed after a year in long-term foster care with a meeting in the year before', () => {
    const why = (asAt: string, more: Parameters<typeof world>[1]) => whyMeetingNeeded(world(asAt, more), CHILD, date(asAt)) // prettier-ignore
    const reviews = ['2022-10-20', '2023-04-20']
    assert.equal(why('2023-10-20', { reviews }), null)
    assert.match(why('2023-04-04', { reviews: ['2022-10-20'] }) ?? '', /more than a year/)
    assert.equal(why('2023-04-05', { reviews: ['2022-10-20'] }), null)
    assert.match(why('2024-04-21', { reviews }) ?? '', /one in every year/)
    assert.match(why('2024-04-19', { reviews: ['2022-10-20'] }) ?? '', /one in every year/)
    assert.match(why('2023-10-20', {}) ?? '', /No review with a meeting/)
    assert.match(why('2023-10-20', { reviews, episodes: ['2022-04-04.. S C2 U6'] }) ?? '', /not in long-term/)
    // One without a meeting is not the meeting of the year.
    assert.match(why('2024-04-21', { reviews: [...reviews, '2023-10-20'], without: ['R2'] }) ?? '', /20 April 2023/)
  })

  test('the next must have a meeting within a year of the last one', () => {
    const open = (asAt: string, without: string[]) =>
      openDeadlinesOf(world(asAt, { reviews: ['2022-10-20', '2023-04-20', '2023-10-20'], without }), CHILD)
        .filter(({ clock }) => clock.id === 'CLK-REV-11')
        .map(({ due, state }) => `${due.toString()} ${state}`)
    assert.deepEqual(open('2023-11-01', ['R2']), ['2024-04-20 running'])
    assert.deepEqual(open('2024-04-21', ['R2']), ['2024-04-20 overdue'])
    assert.deepEqual(open('2023-11-01', []), [])
  })

  test('how long something has gone on is said in months and years', () => {
    assert.equal(lengthOf(date('2022-01-10'), date('2022-01-20')), '10 days')
    assert.equal(lengthOf(date('2022-01-10'), date('2022-10-09')), '8 months')
    assert.equal(lengthOf(date('2020-01-10'), date('2022-04-10')), '2 years and 3 months')
  })
})
