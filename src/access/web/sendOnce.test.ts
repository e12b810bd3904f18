import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anInvitingApplication } from '../../../test/support/invitingApplication.ts'
import { CODE, TestBrowser, aPeopledApplication, signedInAs, tokenIn } from '../../../test/support/people.ts'
import { date } from '../../kernel/dates.ts'
import { openDoor } from '../../main/door.ts'
import { contacts as around } from '../../participation/registers/contacts.ts'
import { makeSentForms } from '../db/sentForms.ts'

const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`

describe('a form that is sent again', async () => {
  const { browserOf, services, test: database } = await anInvitingApplication()
  const contacts = page('children', 'NORTH1', 'contacts')
  const named = async (name: string) => {
    const world = await services.worlds.onDay(CODE, date('2022-11-22'), null)
    return around.rowsIn(world.registers).filter((contact) => contact.name === name).length
  }
  const form = (name: string) => ({ role: 'CARER', name, channel: 'LETTER', address: '1 High Street' })

  test('ten times at once makes one, and is answered ten times alike', async () => {
    const worker = await browserOf('worker')
    const sent = { _csrf: tokenIn((await worker.get(`${contacts}/new`)).body), ...form('Ten Times') }
    const answers = await Promise.all(Array.from({ length: 10 }, () => worker.send(`${contacts}/new`, sent)))
    for (const { statusCode, headers } of answers) {
      assert.deepEqual([statusCode, headers.location], [303, `${contacts}?done=added`])
    }
    assert.equal(await named('Ten Times'), 1)
    assert.equal(
      (await worker.send(`${contacts}/new`, sent)).headers.location,
      `${contacts}?done=added`,
      'and later too',
    )
    assert.equal(await named('Ten Times'), 1)
  })

  test('with other words, or from the page opened anew, is another', async () => {
    const worker = await browserOf('worker')
    const _csrf = tokenIn((await worker.get(`${contacts}/new`)).body)
    for (const name of ['One', 'Two']) await worker.send(`${contacts}/new`, { _csrf, ...form(name) })
    await worker.post(`${contacts}/new`, `${contacts}/new`, form('Two'))
    assert.deepEqual([await named('One'), await named('Two')], [1, 2])
  })

  test('after it was refused is looked at again', async () => {
    const worker = await browserOf('worker')
    const sent = { _csrf: tokenIn((await worker.get(`${contacts}/new`)).body), ...form('Wrong'), role: 'BOSS' }
    for (let time = 0; time < 2; time++) {
      const answer = await worker.send(`${contacts}/new`, sent)
      assert.equal(answer.statusCode, 400)
      assert.match(answer.body, /What you chose is no longer offered/)
    }
  })

  test('is known by the person who sent it, and while it is worked on', async () => {
    const forms = makeSentForms(database.database)
    const key = Buffer.from('a key')
    assert.deepEqual(await forms.take(CODE, 'ada', key), { kind: 'first' })
    assert.deepEqual(await forms.take(CODE, 'ada', key), { kind: 'underway' })
    await forms.end(CODE, key, { status: 303, location: '/x' })
    assert.deepEqual(await forms.take(CODE, 'ada', key), { kind: 'done', status: 303, location: '/x' })
    await forms.end(CODE, key, null)
    assert.deepEqual(await forms.take(CODE, 'ada', key), { kind: 'first' })
  })
})

describe('two pages opened at once', async () => {
  const { app, services, through } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  await services.people.save(
    { code: CODE, name: 'Hartsmere' },
    {
      value: {
        personId: 'ada',
        name: 'ada',
        email: 'ada@example.org',
        roles: ['administrator'],
        team: null,
        officerId: null,
        workerId: null,
        identity: null,
        isActive: true,
      },
      replaces: null,
      by: 'test',
    },
  )
  const address = page('settings', 'people', 'new')
  const operators = await through(openDoor)

  for (const { who, browser } of [
    {
      who: 'someone who has just signed in',
      browser: async () => new TestBrowser(app, (await signedInAs(services, 'ada')).cookie),
    },
    { who: 'the local operator', browser: () => Promise.resolve(new TestBrowser(operators)) },
  ]) {
    test(`by ${who}: both forms work`, async () => {
      const tab = await browser()
      const pages = await Promise.all([tab.get(address), tab.get(address)])
      for (const [index, { body }] of pages.entries()) {
        const name = `${who} ${index}`
        const fields = { name, email: `${name.replaceAll(' ', '')}@example.org`, roles: 'iro', isActive: 'yes' }
        assert.equal((await tab.send(address, { _csrf: tokenIn(body), ...fields })).statusCode, 303)
      }
    })
  }
})
