import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { whoseWork } from './names.ts'

test('work of an officer who has left waits for whoever takes over', () => {
  const registers = rowsOfFiles({
    officers: [
      'officer_id,name,role,fte,start_date,end_date',
      'O1,Ada Adams,IRO,1,2020-01-01,',
      'O2,Bo Byrne,IRO,1,2020-01-01,2022-06-30',
      'O3,Cy Cole,IRO,1,2022-08-01,',
    ],
  })
  const on = (asAt: string) => (officerId: string | null) =>
    whoseWork({ ...aWorld([], { asAt }), registers }, officerId)
  assert.deepEqual(['O1', 'O2', 'O3', null].map(on('2022-06-30')), ['Ada Adams', 'Bo Byrne', 'Cy Cole', 'Nobody yet'])
  assert.equal(on('2022-07-01')('O2'), 'Nobody yet: Bo Byrne has left')
})
