import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { wishTasks } from './wishes.view.ts'

test('a wish asks for its answer for as long as the child is in care', () => {
  const children = [
    aChild({ child: 'IN', episodes: ['2022-05-09.. S C2 U6'] }),
    aChild({ child: 'LEFT', episodes: ['2022-05-09..2022-07-04 S V2 U6 E4A'] }),
    aChild({ child: 'BREAKS', episodes: ['2022-05-09..2022-05-12 S V4 U6 X1'] }),
  ]
  const rows = ['IN', 'LEFT', 'BREAKS', 'NONE'].map((child) => `W-${child},${child},2022-06-01,A dog,VISIT`)
  const registers = rowsOfFiles({ wishes: ['wish_ref,child,said_date,words,said_in', ...rows] })
  const waiting = (asAt: string) =>
    wishTasks({ ...aWorld(children, { asAt }), registers }, 'everyone', 'E06000014').map(({ child }) => child)
  assert.deepEqual(waiting('2022-07-03'), ['IN', 'LEFT', 'BREAKS', 'NONE'])
  assert.deepEqual(waiting('2022-07-04'), ['IN', 'BREAKS', 'NONE'])
})

test('to who looks after everyone’s work it says whose each is', () => {
  const registers = rowsOfFiles({
    wishes: ['wish_ref,child,said_date,words,said_in', 'W1,IN,2022-06-01,A dog,VISIT', 'W2,NEW,2022-06-01,A cat,VISIT'],
    officers: ['officer_id,name,role,fte,start_date', 'O1,Ada Adams,IRO,1,2020-01-01'],
    allocations: ['child,officer_id,from', 'IN,O1,2022-05-11'],
  })
  const children = ['IN', 'NEW'].map((child) => aChild({ child, episodes: ['2022-05-09.. S C2 U6'] }))
  const world = { ...aWorld(children, { asAt: '2022-07-03' }), registers }
  const named = (whose: 'everyone' | ReadonlySet<string>) =>
    wishTasks(world, whose, 'E06000014').map((task) => task.whose)
  assert.deepEqual(named('everyone'), ['Ada Adams', 'Nobody yet'])
  assert.deepEqual(named(new Set(['IN'])), [undefined])
})
