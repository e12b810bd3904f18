import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs } from '../../../test/support/people.ts'

test('whoever has not left can be observed, also where their last day is known', async () => {
  const { app, services } = await aPeopledApplication([])
  await importRegisters(services, {
    'officers.csv': [
      'officer_id,name,role,fte,start_date,end_date',
      'O1,Ada Adams,IRO,1,2020-01-01,2099-06-30',
      'O2,Bo Byrne,IRO,1,2020-01-01,2021-06-30',
    ].join('\n'),
  })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  const manager = new TestBrowser(app, (await signedInAs(services, 'manager')).cookie)
  const { body } = await manager.get(`/authorities/${CODE}/learning/observations/new`)
  assert.match(body, /Ada Adams/)
  assert.doesNotMatch(body, /Bo Byrne/)
})

test('an audit names its auditor: an officer by name, anyone else as they were written down', async () => {
  const { app, services } = await aPeopledApplication([])
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01',
    'audits.csv': 'audit_ref,date,auditor\nA1,2022-05-09,O1\nA2,2022-05-10,Jane Doe',
  })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  const manager = new TestBrowser(app, (await signedInAs(services, 'manager')).cookie)
  const { body } = await manager.get(`/authorities/${CODE}/learning`)
  assert.match(body, />Ada Adams</)
  assert.match(body, />Jane Doe</)
})
