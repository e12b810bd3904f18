import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { fosteringTasks } from './tasks.ts'

test('a household whose officer has left is in the work of every fostering IRO', () => {
  const registers = rowsOfFiles({
    officers: [
      'officer_id,name,role,fte,start_date,end_date',
      'F1,Tom Fairley,FIRO,1,2020-01-01,',
      'F2,Una Fell,FIRO,1,2020-01-01,2022-06-30',
    ],
    foster_carers: ['carer_ref,approved_date,kind', 'FC1,2020-01-10,MAINSTREAM', 'FC2,2020-01-10,MAINSTREAM'],
    foster_reviews: [
      'carer_ref,kind,status,held_date,officer_id',
      'FC1,ANNUAL,HELD,2021-01-05,F1',
      'FC2,ANNUAL,HELD,2021-01-05,F2',
    ],
  })
  const booking = (asAt: string, officer: string | null) =>
    fosteringTasks({ ...aWorld([], { asAt }), registers }, officer, 'E06000014')
      .filter(({ what }) => what.startsWith('Book the fostering review'))
      .map(({ what, whose }) => [what.slice(-3), whose])
  const theirs = ['FC1', undefined]
  assert.deepEqual(booking('2022-06-30', 'F1'), [theirs])
  assert.deepEqual(booking('2022-07-01', 'F1'), [theirs, ['FC2', undefined]])
  assert.deepEqual(booking('2022-06-30', null), [
    ['FC1', 'Tom Fairley'],
    ['FC2', 'Una Fell'],
  ])
  assert.deepEqual(booking('2022-07-01', null), [
    ['FC1', 'Tom Fairley'],
    ['FC2', 'Nobody yet'],
  ])
})
