import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs } from '../../../test/support/people.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('a learning product is published only where nobody can be recognised', async () => {
  const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  await importRegisters(services, { 'children.csv': 'child,known_as,family_name\nNORTH1,Ivy,Marlow' })
  await enter(services, 'iro', { roles: ['iro'] })
  const iro = new TestBrowser(app, (await signedInAs(services, 'iro')).cookie)
  const list = `/authorities/${CODE}/learning/products`
  const nothing = await iro.post(list, list, {})
  assert.match(plain(nothing.body), /Choose what it is.*Enter the title/)
  const begun = await iro.post(list, list, { kind: 'BRIEFING', title: 'Plans that wait' })
  const path = String(begun.headers.location)
  const fields = {
    version: '',
    found_text: 'Ivy Marlow waited for a plan.',
    practice_text: 'Ask sooner.',
    then: 'publish',
  }
  const named = await iro.post(path, path, fields)
  assert.equal(named.statusCode, 400)
  assert.match(plain(named.body), /Someone can be recognised: Ivy Marlow: a name in the records/)
  const version = /name="version" value="(\d+)"/.exec(named.body)?.[1] ?? ''
  const perhaps = await iro.post(path, path, { ...fields, version, found_text: 'A child waited since 4 March 2022.' })
  assert.match(plain(perhaps.body), /4 March 2022: an exact day/)
  const later = /name="version" value="(\d+)"/.exec(perhaps.body)?.[1] ?? ''
  const published = await iro.post(path, path, { ...fields, version: later, found_text: 'A child waited since 4 March 2022.', looked: 'yes' }) // prettier-ignore
  assert.equal(published.statusCode, 303, plain(published.body))
  assert.match(plain((await iro.get(list)).body), /Plans that wait Seven-minute briefing \d+ \w+ 20\d\d Download/)
  const file = await iro.get(`${path}/file?format=txt`)
  assert.match(file.body, /A child waited since 4 March 2022/)
})
