import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import {
  CODE,
  TestBrowser,
  aPeopledApplication,
  enter,
  headingOf,
  signedInAs,
  tokenIn,
} from '../../../test/support/people.ts'
import { CLIENT_ID, CLIENT_SECRET, REDIRECT_URL, aProvider } from '../../../test/support/provider.ts'
import { openDoor } from '../../main/door.ts'
import { browserInWords } from './browser.ts'
import { wayInOf } from './wayIn.ts'

const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`
const account = page('account')

/** The sessions that a page offers to end. */
const endable = (body: string): string[] =>
  [...body.matchAll(/name="session" value="([^"]+)"/g)].map(([, id = '']) => id)

describe('sessions', async () => {
  const { app, services, test: database } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  for (const [who, role] of [
    ['admin', 'administrator'],
    ['iro', 'iro'],
    ['other', 'iro'],
    ['manager', 'iro_manager'],
  ] as const) {
    await enter(services, who, { roles: [role] })
  }
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const statusOf = async (browser: TestBrowser) => (await browser.get(account)).statusCode
  const makeOld = () =>
    sql`update session set authenticated_at = now() - interval '16 minutes'`.execute(database.database)

  test('are listed to their person, who ends one or all others', async () => {
    const [here, there, third] = [await browserOf('iro'), await browserOf('iro'), await browserOf('iro')]
    const stranger = await browserOf('other')
    const shown = (await here.get(account)).body
    assert.equal(headingOf(shown), 'Where you are signed in')
    assert.equal((shown.match(/Firefox on Linux/g) ?? []).length >= 3, true)
    assert.equal(endable(shown).length, 2, 'its own is not offered')
    const [own = ''] = endable((await there.get(account)).body).filter((id) => !endable(shown).includes(id))
    const [first = ''] = endable(shown)

    await stranger.post(account, `${account}/end`, { session: first })
    assert.deepEqual(await Promise.all([here, there, third].map(statusOf)), [200, 200, 200], 'another’s stay')
    await here.post(account, `${account}/end`, { session: 'not an id' })
    assert.deepEqual(await Promise.all([there, third].map(statusOf)), [200, 200])
    const ended = await here.post(account, `${account}/end`, { session: first })
    assert.equal(ended.headers.location, `${account}?done=ended`)
    assert.deepEqual((await Promise.all([there, third].map(statusOf))).sort(), [200, 302])
    await browserOf('iro')
    await here.post(account, `${account}/end`, {})
    assert.deepEqual(endable((await here.get(account)).body), [])
    assert.notEqual(own, '')
    assert.equal(await statusOf(stranger), 200)
  })

  test('of others are ended by an administrator alone, and the log says so', async () => {
    const iro = await browserOf('iro')
    const address = page('settings', 'people', 'iro', 'sessions')
    for (const who of ['iro', 'manager']) {
      assert.equal((await (await browserOf(who)).get(address)).statusCode, 403)
    }
    const admin = await browserOf('admin')
    assert.match((await admin.get(page('settings', 'people', 'iro'))).body, /people\/iro\/sessions/)
    assert.equal(headingOf((await admin.get(address)).body), 'Where iro is signed in')
    await admin.post(address, `${address}/end`, {})
    assert.equal(await statusOf(iro), 302)
    assert.equal(await statusOf(admin), 200)
    const [entry] = await services.log.latest(CODE, { before: null, most: 1, personId: 'admin' })
    assert.match(entry?.what ?? '', /^ended \d+ sessions? of person iro$/)
    assert.equal((await admin.get(page('settings', 'people', 'nobody', 'sessions'))).statusCode, 404)
  })

  for (const { who, addresses } of [
    {
      who: 'admin',
      addresses: [
        page('settings', 'people', 'new'),
        page('settings', 'people', 'iro'),
        page('settings', 'people', 'iro', 'sessions'),
      ],
    },
    {
      who: 'manager',
      addresses: [
        page('sealed', 'new'),
        page('sealed', 'open'),
        page('data', 'registers', 'registers.xlsx'),
        page('data', 'registers', 'officers.csv'),
      ],
    },
  ]) {
    test(`of ${who}: who they are is asked again after 15 minutes`, async () => {
      const browser = await browserOf(who)
      for (const address of addresses) assert.equal((await browser.get(address)).statusCode, 200, address)
      await makeOld()
      for (const address of addresses) {
        const answer = await browser.get(address)
        assert.equal(answer.statusCode, 302, address)
        assert.equal(answer.headers.location, `/sign-in/again?to=${encodeURIComponent(address)}`)
      }
      assert.equal(await statusOf(browser), 200, 'everything else goes on')
    })
  }

  test('what was typed meanwhile is kept, and saved by the same person', async () => {
    const browser = await browserOf('admin')
    const address = page('settings', 'people', 'new')
    const token = tokenIn((await browser.get(address)).body)
    await makeOld()
    const form = { name: 'Bea', email: 'bea@example.org', roles: 'iro', isActive: 'yes' }
    const refused = await browser.send(address, { _csrf: token, ...form })
    assert.equal(refused.statusCode, 401)
    assert.equal(headingOf(refused.body), 'Sign in again to do this')
    assert.equal((await services.people.all(CODE)).length, 4)
    const before = browser.cookies.get('footprint-session')
    const choose = await browser.get('/sign-in/again')
    const back = await browser.send('/sign-in', { _csrf: tokenIn(choose.body), person: 'admin', to: address })
    assert.equal(back.headers.location, page('kept'))
    assert.notEqual(browser.cookies.get('footprint-session'), before, 'the session is a new one')
    const old = new TestBrowser(app, `footprint-session=${before ?? ''}`)
    assert.equal(await statusOf(old), 302, 'and the old one is over')
    const kept = (await browser.get(page('kept'))).body
    const save = /action="([^"]+\/save)"/.exec(kept)?.[1] ?? ''
    const sent = { _csrf: tokenIn(kept), ...form }
    const on = await browser.send(save, sent)
    assert.equal(on.statusCode, 307)
    assert.equal((await browser.send(String(on.headers.location), sent)).statusCode, 303)
    assert.equal((await services.people.all(CODE)).length, 5)
  })
})

describe('at a provider', async () => {
  const { services, through, test: database } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  const provider = await aProvider()
  const settings = {
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    redirectUrl: REDIRECT_URL,
    trustsEmail: false,
  }
  const configuration = {
    provider: settings,
    hasDemoPeople: false,
    isProduction: false,
    database: { url: null, ownerUrl: null, dataFolder: 'data' },
  }
  const app = await through({ ...openDoor, wayIn: wayInOf(configuration) })
  await enter(services, 'ada', { roles: ['administrator'] })
  const people = page('settings', 'people', 'new')

  async function signIn(browser: TestBrowser, change = (href: string) => href) {
    const start = await browser.get(people)
    const away = String((await browser.get(String(start.headers.location))).headers.location)
    const back = new URL(await provider.signIn(change(away), 'ada'))
    return {
      start: String(start.headers.location),
      away: new URL(away),
      answer: await browser.get(`${back.pathname}${back.search}`),
    }
  }

  test('someone whom it signed in without saying when must show who they are, once', async () => {
    await sql`delete from session`.execute(database.database)
    const browser = new TestBrowser(app)
    assert.match((await signIn(browser)).start, /^\/sign-in\?/)
    const again = await signIn(browser)
    assert.match(again.start, /^\/sign-in\/again\?/)
    assert.equal(again.away.searchParams.get('prompt'), 'login')
    assert.equal(again.away.searchParams.get('max_age'), '0')
    assert.equal(again.answer.headers.location, people)
    assert.equal((await browser.get(people)).statusCode, 200)
    const { rows } = await sql`select from session`.execute(database.database)
    assert.equal(rows.length, 1)
  })

  test('someone who takes the demand out of the address is not let in', async () => {
    const browser = new TestBrowser(app)
    await signIn(browser)
    const without = await signIn(browser, (href) => {
      const url = new URL(href)
      url.searchParams.delete('prompt')
      url.searchParams.delete('max_age')
      return url.href
    })
    assert.equal(without.answer.statusCode, 403)
    assert.equal(headingOf(without.answer.body), 'You could not be signed in again')
    assert.equal((await browser.get(people)).statusCode, 302)
  })

  test('a proof of an hour ago is none', async () => {
    const browser = new TestBrowser(app)
    await signIn(browser)
    provider.lie = { change: (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 3600 }) }
    const late = await signIn(browser)
    provider.lie = null
    assert.equal(late.answer.statusCode, 403)
  })
})

for (const { agent, words } of [
  {
    agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    words: 'Edge on Windows',
  },
  { agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', words: 'Firefox on Linux' },
  {
    agent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    words: 'Safari on an iPhone or iPad',
  },
  { agent: '<script>', words: 'An unknown browser' },
  { agent: undefined, words: 'An unknown browser' },
]) {
  test(`a browser in words: ${words}`, () => {
    assert.equal(browserInWords(agent), words)
  })
}
