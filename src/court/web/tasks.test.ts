import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOfFiles } from '../../../test/support/judged.ts'
import { courtTasks } from './tasks.ts'

test('a handover that is due is a task, and the IRO stays the IRO in it', async () => {
  const proceedings = [
    'proceedings_ref,child,issued_date,concluded_date,guardian_contact_date,handover_date,extended_by_weeks',
    'P1,A,2014-01-06,2014-04-29,,,',
  ]
  const world = await worldOfFiles({ proceedings }, { asAt: '2014-04-30', settings: {} })
  const whats = courtTasks(world, 'everyone', 'X99000001').map(({ what }) => what)
  assert.deepEqual(whats, ['See to it: handover from the guardian to the IRO'])
})
