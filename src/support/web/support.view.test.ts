import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { registersWith } from '../../../test/support/rows.ts'
import { volunteers } from '../registers/volunteers.ts'
import { supportForm } from './support.view.ts'

test('a volunteer can be matched up to the day of leaving', () => {
  const rows = ['V1,2020-01-01,2020-02-01,2022-06-30', 'V2,2020-01-01,,']
  const registers = registersWith([[volunteers, 'volunteer_ref,recruited_date,checked_date,ended_date', rows]])
  const offered = (asAt: string) => {
    const form = supportForm({ ...aWorld([], { asAt }), registers })
    return ['V1', 'V2'].filter((volunteerRef) => form.read({ kind: 'ADVOCACY', volunteerRef }).values !== null)
  }
  assert.deepEqual(offered('2022-06-30'), ['V1', 'V2'])
  assert.deepEqual(offered('2022-07-01'), ['V2'])
})
