import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ChildInWords, aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { changesWithoutReview } from './changes.ts'

const CHILD = '100001'

/** The changes of the child on a day that no review considered: `2022-06-01 A move`, with the reason where there is one. */
function changes(child: ChildInWords, asAt: string, files: Readonly<Record<string, readonly string[]>> = {}): string[] {
  const coverage = [...Array(20).keys()].map((at) => ({ year: 2010 + at, carriesEarlierReviews: true }))
  const world = { ...aWorld([aChild(child)], { asAt, coverage }), registers: rowsOfFiles(files) }
  const [history] = world.histories
  assert.ok(history)
  return changesWithoutReview(world, history).map(({ on, what, reason }) =>
    [on.toString(), what.split(':')[0], reason].filter(Boolean).join(' '),
  )
}

const moved = ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01.. P C2 U6']
const ended = ['2022-01-10..2022-06-01 S V2 U6 E3']
const said = (row: string) => ({ acknowledgements: ['child,kind,since,date,word', `${CHILD},PLAN_CHANGED_OUTSIDE_REVIEW,${row}`] }) // prettier-ignore

describe('a change that no review considered', () => {
  for (const { why, child, asAt, files = {}, is } of [
    { why: 'a move', child: { episodes: moved }, asAt: '2022-06-01', is: ['2022-06-01 A move'] },
    { why: 'the day before', child: { episodes: moved }, asAt: '2022-05-31', is: [] },
    { why: 'a review 28 days before', child: { episodes: moved, reviews: ['2022-05-04'] }, asAt: '2022-06-10', is: [] },
    { why: 'a review 29 days before', child: { episodes: moved, reviews: ['2022-05-03'] }, asAt: '2022-06-10', is: ['2022-06-01 A move'] }, // prettier-ignore
    { why: 'a review on the day', child: { episodes: moved, reviews: ['2022-06-01'] }, asAt: '2022-06-10', is: [] },
    { why: 'an order', child: { episodes: ['2022-01-10..2022-06-01 S V2 U6', '2022-06-01.. L C1 U6'] }, asAt: '2022-06-10', is: ['2022-06-01 An order began'] }, // prettier-ignore
    { why: 'an end of care', child: { episodes: ended }, asAt: '2022-06-10', is: ['2022-06-01 The end of care'] },
    { why: 'turning 18', child: { episodes: ended, bornOn: '2004-06-01' }, asAt: '2022-06-10', is: [] },
    { why: 'becoming looked after', child: { episodes: ['2022-06-01.. S C1 U6'] }, asAt: '2022-06-10', is: [] },
    { why: 'a year ago', child: { episodes: moved }, asAt: '2023-06-01', is: [] },
    { why: 'with its reason', child: { episodes: moved }, asAt: '2022-06-10', files: said('2022-06-01,2022-06-09,The carer fell ill'), is: ['2022-06-01 A move The carer fell ill'] }, // prettier-ignore
    { why: 'with a reason of a later day', child: { episodes: moved }, asAt: '2022-06-08', files: said('2022-06-01,2022-06-09,The carer fell ill'), is: ['2022-06-01 A move'] }, // prettier-ignore
  ])
    test(why, () => {
      assert.deepEqual(changes(child, asAt, files), is)
    })
})
