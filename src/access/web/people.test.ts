import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anInvitingApplication } from '../../../test/support/invitingApplication.ts'
import { CODE, enter } from '../../../test/support/people.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('before and after a person is added or changed it is said whom it concerns and what they may do', async (t) => {
  const { services, page, browserOf } = await anInvitingApplication()
  await enter(services, 'admin', { roles: ['administrator'] })
  const admin = await browserOf('admin')
  const people = page('settings', 'people')
  const form = `${people}/new`
  const entry = { name: 'Nadia Frost', email: 'nadia@example.org', roles: 'social_worker', isActive: 'yes' }
  const named = async () => (await services.people.all(CODE)).find(({ name }) => name === 'Nadia Frost')

  await t.test('a person is looked at first: nothing is stored, and what is missing is told', async () => {
    const check = plain((await admin.post(form, form, { ...entry, step: 'check' })).body)
    assert.match(check, /Check before you add Nadia Frost .*nadia@example\.org .*Social worker/)
    assert.match(check, /No child is theirs until you enter their social worker id/)
    assert.match(check, /Reads the records of children who are theirs in the return/)
    assert.match(check, /Footprint sends them no message/)
    assert.equal(await named(), undefined)
    const taken = await admin.post(form, form, { ...entry, email: 'admin@example.org', step: 'check' })
    assert.equal(taken.statusCode, 400, 'what is wrong is said before it is looked at')
    const again = (await admin.post(form, form, { ...entry, step: 'change' })).body
    assert.match(again, /name="name"[^>]* value="Nadia Frost"/)
  })

  await t.test('what is then sent is what was typed, and the list says what was done', async () => {
    const check = (await admin.post(form, form, { ...entry, workerId: 'SW7', step: 'check' })).body
    assert.doesNotMatch(check, /No child is theirs/)
    const hidden = [...check.matchAll(/<input type="hidden" name="(?!_csrf)(\w+)" value="([^"]*)"/g)]
    const added = await admin.post(
      form,
      form,
      Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    )
    const saved = await named()
    assert.deepEqual([saved?.workerId, saved?.roles, saved?.isActive], ['SW7', ['social_worker'], true])
    assert.match(plain((await admin.get(String(added.headers.location))).body), /Nadia Frost is added: Social worker, may sign in with nadia@example\.org/) // prettier-ignore
  })

  await t.test('a change shows what held until now', async () => {
    const saved = await named()
    const address = `${people}/${saved?.personId ?? ''}`
    const change = { ...entry, isActive: '', replaces: saved?.knownFrom.toString() ?? '' }
    const check = plain((await admin.post(address, address, { ...change, step: 'check' })).body)
    assert.match(check, /May not sign in Until now: May sign in/)
    assert.match(check, /Where they are signed in now, that ends/)
    const done = await admin.post(address, address, change)
    assert.match(plain((await admin.get(String(done.headers.location))).body), /Nadia Frost is saved: Social worker, may not sign in/) // prettier-ignore
  })
})
