import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  CODE,
  JUST_NOW,
  TestBrowser,
  aPeopledApplication,
  demoDoor,
  enter,
  headingOf,
} from '../../../test/support/people.ts'
import { CLIENT_ID, CLIENT_SECRET, REDIRECT_URL, aProvider } from '../../../test/support/provider.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { configurationOf, type Configuration, type ProviderConfiguration } from '../../platform/configuration.ts'
import { Refusal } from '../../platform/refusal.ts'
import { makeSavePerson } from '../app/managePeople.ts'
import { makeSignIn } from '../app/signIn.ts'
import { makeChangeAccess } from '../db/changeAccess.ts'
import { localPath } from './localPath.ts'
import { unnamedProxyNote, wayInOf } from './wayIn.ts'
import { openDoor, type Door } from '../../main/door.ts'
import { startServing } from '../../main/web.ts'
import type { FastifyInstance } from 'fastify'

const due = `/authorities/${CODE}/due`

describe('signing in at a provider', async () => {
  const { services, through } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  const provider = await aProvider()
  const settings: ProviderConfiguration = {
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    redirectUrl: REDIRECT_URL,
    trustsEmail: false,
  }
  const doorOf = (provider: ProviderConfiguration): Door => ({
    ...openDoor,
    wayIn: wayInOf({ provider, hasDemoPeople: false, isProduction: false, database: embedded }),
  })
  const app = await through(doorOf(settings))
  await enter(services, 'ada', { roles: ['iro'] })

  /** Begins at a page, signs in at the provider, and comes back with what it sends. */
  async function signIn(account: string, { to = due, at = app, change = (url: string) => url } = {}) {
    const browser = new TestBrowser(at)
    const start = await browser.get(to)
    assert.match(String(start.headers.location), /^\/sign-in\?to=/)
    const away = await browser.get(String(start.headers.location))
    const back = new URL(await provider.signIn(String(away.headers.location), account))
    return { browser, answer: await browser.get(change(`${back.pathname}${back.search}`)), back }
  }

  test('brings someone whom an administrator has entered to the page that they asked for', async () => {
    const { browser, answer } = await signIn('ada')
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, due)
    const page = await browser.get(due)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /ada, Independent reviewing officer/)
    const person = (await services.people.all(CODE)).find(({ personId }) => personId === 'ada')
    assert.deepEqual(person?.identity, { issuer: provider.issuer, subject: 'ada' })
  })

  test('knows the account again when its address has changed, and no other account with the old one', async () => {
    await signIn('ada')
    const { emailOf } = provider
    provider.emailOf = (account) => ({
      email: account === 'ada' ? 'new@example.org' : 'ada@example.org',
      email_verified: true,
    })
    assert.equal((await signIn('ada')).answer.statusCode, 303)
    const other = await signIn('someone-else')
    assert.equal(other.answer.statusCode, 403)
    assert.equal(headingOf(other.answer.body), 'Footprint does not know you yet')
    provider.emailOf = emailOf
  })

  for (const { why, email, trustsEmail = false, isLetIn } of [
    {
      why: 'an address that the provider says is not verified',
      email: { email: 'dan@example.org', email_verified: false },
      trustsEmail: true,
      isLetIn: false,
    },
    { why: 'an address of which it says nothing', email: { email: 'eve@example.org' }, isLetIn: false },
    { why: 'no address', email: {}, trustsEmail: true, isLetIn: false },
    {
      why: 'an address of which it says nothing, from an issuer of own staff alone',
      email: { email: 'Bea@Example.org' },
      trustsEmail: true,
      isLetIn: true,
    },
    { why: 'an address that Entra verified', email: { email: 'cy@example.org', xms_edov: true }, isLetIn: true },
  ]) {
    test(`${isLetIn ? 'knows' : 'does not know'} someone by ${why}`, async () => {
      const account = email.email?.split('@')[0]?.toLowerCase() ?? 'fay'
      await enter(services, account, { roles: ['iro'] })
      const { emailOf } = provider
      provider.emailOf = () => email
      const { answer } = await signIn(account, { at: await through(doorOf({ ...settings, trustsEmail })) })
      provider.emailOf = emailOf
      assert.equal(answer.statusCode, isLetIn ? 303 : 403)
    })
  }

  const HOUR = 3600
  for (const { why, change, withAnotherKey } of [
    {
      why: 'for another sign-in (nonce)',
      change: (claims: Record<string, unknown>) => ({ ...claims, nonce: 'another' }),
    },
    {
      why: 'without a nonce',
      change: ({ nonce, ...claims }: Record<string, unknown>) => (nonce === undefined ? {} : claims),
    },
    {
      why: 'for another application (audience)',
      change: (claims: Record<string, unknown>) => ({ ...claims, aud: 'another' }),
    },
    {
      why: 'of another issuer',
      change: (claims: Record<string, unknown>) => ({ ...claims, iss: 'https://elsewhere.example' }),
    },
    {
      why: 'that has expired',
      change: (claims: Record<string, unknown>) => ({
        ...claims,
        iat: Number(claims['iat']) - 2 * HOUR,
        exp: Number(claims['iat']) - HOUR,
      }),
    },
    { why: 'signed with another key', change: (claims: Record<string, unknown>) => claims, withAnotherKey: true },
  ]) {
    test(`refuses a token ${why}`, async () => {
      provider.lie = { change, withAnotherKey: withAnotherKey === true }
      const { answer, browser } = await signIn('ada', { at: await through(doorOf(settings)) })
      provider.lie = null
      assert.equal(answer.statusCode, 403)
      assert.equal(headingOf(answer.body), 'You could not be signed in')
      assert.match(String((await browser.get(due)).headers.location), /^\/sign-in/)
    })
  }

  test('accepts what the same provider says truly, so that the refusals above are for their reason', async () => {
    provider.lie = { change: (claims) => claims }
    assert.equal((await signIn('ada')).answer.statusCode, 303)
    provider.lie = null
  })

  for (const { why, change } of [
    { why: 'another state', change: (url: string) => url.replace(/state=[^&]+/, 'state=another') },
    { why: 'no state', change: (url: string) => url.replace(/&?state=[^&]+/, '') },
    { why: 'another code', change: (url: string) => url.replace(/code=[^&]+/, 'code=another') },
    { why: 'another issuer', change: (url: string) => url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example') },
    { why: 'a refusal', change: (url: string) => url.replace(/code=[^&]+/, 'error=access_denied') },
  ]) {
    test(`refuses someone who comes back with ${why}`, async () => {
      const { answer } = await signIn('ada', { at: await through(doorOf(settings)), change })
      assert.equal(answer.statusCode, 403)
      assert.equal(
        [answer.headers['set-cookie'] ?? []].flat().some((cookie) => /footprint-session=./.test(cookie)),
        false,
      )
    })
  }

  test('refuses who comes back in another browser, and who comes back twice', async () => {
    const at = await through(doorOf(settings))
    const { browser, back } = await signIn('ada', { at })
    const again = await browser.get(`${back.pathname}${back.search}`)
    assert.equal(headingOf(again.body), 'Sign in again')
    const another = await new TestBrowser(at).get(`${back.pathname}${back.search}`)
    assert.equal(headingOf(another.body), 'Sign in again')
  })

  test('lets no more than one in of two who come back with one code at once', async () => {
    const browser = new TestBrowser(app)
    const away = await browser.get(String((await browser.get(due)).headers.location))
    const { pathname, search } = new URL(await provider.signIn(String(away.headers.location), 'ada'))
    const other = new TestBrowser(app)
    for (const [name, value] of browser.cookies) other.cookies.set(name, value)
    const answers = await Promise.all([browser, other].map((one) => one.get(`${pathname}${search}`)))
    // A provider may take back what it gave for a code that comes twice: then neither is let in.
    const letIn = answers.filter(({ statusCode }) => statusCode === 303)
    assert.ok(letIn.length <= 1)
    assert.equal(answers.filter(({ statusCode }) => statusCode === 403).length, 2 - letIn.length)
  })

  for (const { why, id, more } of [
    { why: 'whose account an administrator forgets', id: 'forgotten', more: { forgetsAccount: true, isActive: true } },
    { why: 'whom an administrator switches off', id: 'off', more: { forgetsAccount: false, isActive: false } },
  ]) {
    test(`gives no session to someone ${why} while it begins`, async () => {
      const account = { issuer: 'https://id.example', subject: id, verifiedEmail: null }
      await enter(services, id, { roles: ['iro'], identity: account })
      const { people, sessions, log } = services
      const save = async () => {
        const person = (await people.all(CODE)).find(({ personId }) => personId === id)
        assert.ok(person)
        const { name, email, roles, team, officerId, workerId, knownFrom } = person
        return makeSavePerson(
          makeChangeAccess(services.database),
          () => why,
        )({
          by: { personId: 'test' },
          authority: demoAuthority,
          personId: id,
          entry: { name, email, roles, team, officerId, workerId, isActive: more.isActive },
          replaces: knownFrom,
          forgetsAccount: more.forgetsAccount,
        })
      }
      const signIn = makeSignIn({
        people,
        changeAccess: makeChangeAccess(services.database),
        log,
        authorities: () => Promise.resolve([demoAuthority]),
        sessions: {
          ...sessions,
          begin: async (...begun) => {
            assert.deepEqual(await save(), [])
            return sessions.begin(...begun)
          },
        },
      })
      assert.equal(await signIn.withAccount(account, null, JUST_NOW), null)
      assert.deepEqual(await sessions.ofPerson(CODE, id, { idleMinutes: 60, hours: 12 }, null), [])
    })
  }

  const anotherCode = (url: string) => url.replace(/code=[^&]+/, 'code=another')

  test('makes a network wait whose codes the provider refuses too often', async () => {
    const at = await through(doorOf(settings))
    for (let count = 0; count < 10; count++) {
      assert.equal((await signIn('ada', { at, change: anotherCode })).answer.statusCode, 403)
    }
    assert.equal((await at.inject('/sign-in')).statusCode, 429)
    assert.equal((await at.inject({ url: '/sign-in', remoteAddress: '203.0.113.8' })).statusCode, 302)
  })

  for (const { why, fail } of [
    {
      why: 'by images on a page elsewhere',
      fail: (at: FastifyInstance) =>
        at.inject({ url: '/sign-in/callback?code=x&state=y', headers: { 'sec-fetch-dest': 'image' } }),
    },
    {
      why: 'by being sent here with what was not asked for',
      fail: (at: FastifyInstance) =>
        signIn('ada', { at, change: (url) => url.replace(/state=[^&]+/, 'state=another') }),
    },
    {
      why: 'by those who change their mind at the provider',
      fail: (at: FastifyInstance) =>
        signIn('ada', { at, change: (url) => url.replace(/code=[^&]+/, 'error=access_denied') }),
    },
    { why: 'by those whom nobody has entered', fail: (at: FastifyInstance) => signIn('stranger', { at }) },
  ]) {
    test(`keeps no network out ${why}`, async () => {
      const at = await through(doorOf(settings))
      for (let count = 0; count < 12; count++) await fail(at)
      assert.equal((await signIn('ada', { at })).answer.statusCode, 303)
    })
  }

  test('keeps nobody out for what came through the same proxy, which is not named', async () => {
    const at = await through(doorOf(settings))
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    for (let count = 0; count < 12; count++) {
      const browser = new TestBrowser(at)
      const away = await browser.get('/sign-in')
      const { pathname, search } = new URL(await provider.signIn(String(away.headers.location), 'ada'))
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const refused = await at.inject({ url: anotherCode(`${pathname}${search}`), headers: { ...headers, cookie } })
      assert.equal(refused.statusCode, 403)
    }
    assert.equal((await at.inject({ url: '/sign-in', headers })).statusCode, 302)
  })

  test('sends nobody elsewhere in our name', async () => {
    const browser = new TestBrowser(app)
    const away = await browser.get('/sign-in?to=https%3A%2F%2Felsewhere.example%2F')
    const back = new URL(await provider.signIn(String(away.headers.location), 'ada'))
    assert.equal((await browser.get(`${back.pathname}${back.search}`)).headers.location, '/')
  })

  test('ends with signing out, here and at the provider', async () => {
    const { browser } = await signIn('ada')
    const out = await browser.get('/sign-out')
    const to = new URL(String(out.headers.location))
    assert.equal(to.origin, provider.issuer)
    assert.equal(to.pathname, '/session/end')
    assert.equal(out.headers['clear-site-data'], '"cache", "storage"')
    assert.equal(to.searchParams.get('post_logout_redirect_uri'), 'http://localhost:3000/signed-out')
    assert.equal((await fetch(to, { redirect: 'manual' })).status, 200, 'the provider takes it')
    assert.match(String((await browser.get(due)).headers.location), /^\/sign-in/)
    assert.equal(headingOf((await browser.get('/signed-out')).body), 'You are signed out')
  })

  test('says plainly that the provider does not answer', async () => {
    const at = await through(doorOf({ ...settings, issuer: 'http://127.0.0.1:9' }))
    const answer = await at.inject('/sign-in')
    assert.equal(answer.statusCode, 403)
    assert.equal(headingOf(answer.body), 'You could not be signed in')
  })

  test('by https sets cookies that no neighbouring name and no plain http can reach', async () => {
    const at = await through(doorOf({ ...settings, redirectUrl: 'https://footprint.example/sign-in/callback' }))
    const answer = await at.inject({ url: '/sign-in', headers: { host: 'footprint.example' } })
    const cookie = [answer.headers['set-cookie'] ?? []].flat().join('\n')
    assert.match(cookie, /__Host-footprint-sign-in=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    assert.match(String(answer.headers['strict-transport-security']), /max-age=/)
    assert.equal((await at.inject({ url: '/sign-in', headers: { host: 'other.example' } })).statusCode, 403)
  })
})

const embedded = { url: null, ownerUrl: null, dataFolder: 'data' }

describe('how people come in', () => {
  const provider = {
    FOOTPRINT_OIDC_ISSUER: 'https://login.example',
    FOOTPRINT_OIDC_CLIENT_ID: 'footprint',
    FOOTPRINT_OIDC_CLIENT_SECRET: 'hush-hush',
    FOOTPRINT_OIDC_REDIRECT_URL: 'https://footprint.example/sign-in/callback',
  }
  const demo = { FOOTPRINT_LOCAL_SIGN_IN: 'demo' }
  const server = { FOOTPRINT_DATABASE_URL: 'postgresql://app@localhost/footprint' }
  const wayIn = (environment: Record<string, string>) => wayInOf(configurationOf(environment)).kind

  for (const { why, environment, kind } of [
    { why: 'nothing is set', environment: {}, kind: 'operator' },
    { why: 'a provider is set', environment: provider, kind: 'provider' },
    {
      why: 'a provider is set, in production',
      environment: { ...provider, ...server, FOOTPRINT_PRODUCTION: 'true' },
      kind: 'provider',
    },
    { why: 'it is a demonstration', environment: demo, kind: 'demo' },
  ] as const) {
    test(`${why}: ${kind}`, () => {
      assert.equal(wayIn(environment), kind)
    })
  }

  test('by https, a proxy must be there: the person who starts the server is told where none is named', () => {
    const noteFor = (environment: Record<string, string>) => {
      const configuration = configurationOf(environment)
      return unnamedProxyNote(wayInOf(configuration), configuration.proxies)
    }
    assert.match(noteFor(provider) ?? '', /FOOTPRINT_TRUSTED_PROXIES does not name it/)
    assert.equal(noteFor({ ...provider, FOOTPRINT_TRUSTED_PROXIES: '127.0.0.1' }), null)
    assert.equal(noteFor({ ...provider, FOOTPRINT_OIDC_REDIRECT_URL: REDIRECT_URL }), null)
    assert.equal(noteFor({}), null)
  })

  for (const { why, environment, says } of [
    {
      why: 'made-up people in production',
      environment: { ...demo, ...server, FOOTPRINT_PRODUCTION: 'true' },
      says: /refused in production/,
    },
    {
      why: 'made-up people where Node is told that it is production',
      environment: { ...demo, ...server, NODE_ENV: 'production' },
      says: /refused in production/,
    },
    { why: 'made-up people beside a provider', environment: { ...demo, ...provider }, says: /Not both/ },
    {
      why: 'made-up people on a server',
      environment: { ...demo, FOOTPRINT_DATABASE_URL: 'postgresql://x/y' },
      says: /embedded database only/,
    },
    {
      why: 'the embedded database, in production',
      environment: { ...provider, FOOTPRINT_PRODUCTION: 'true' },
      says: /set FOOTPRINT_DATABASE_URL/,
    },
    { why: 'another local sign-in', environment: { FOOTPRINT_LOCAL_SIGN_IN: 'yes' }, says: /can only be demo/ },
    {
      why: 'nobody signing in, in production',
      environment: { ...server, NODE_ENV: 'production' },
      says: /people must sign in/,
    },
    {
      why: 'half a provider',
      environment: { FOOTPRINT_OIDC_ISSUER: 'https://login.example' },
      says: /set FOOTPRINT_OIDC_CLIENT_ID, FOOTPRINT_OIDC_CLIENT_SECRET and FOOTPRINT_OIDC_REDIRECT_URL too/,
    },
    {
      why: 'a provider by plain http',
      environment: { ...provider, FOOTPRINT_OIDC_ISSUER: 'http://login.example' },
      says: /must begin with https/,
    },
    {
      why: 'a provider by plain http on this computer, in production',
      environment: { ...provider, ...server, FOOTPRINT_OIDC_ISSUER: 'http://127.0.0.1:1', NODE_ENV: 'production' },
      says: /must begin with https/,
    },
    {
      why: 'coming back by plain http',
      environment: { ...provider, FOOTPRINT_OIDC_REDIRECT_URL: 'http://footprint.example/sign-in/callback' },
      says: /must begin with https/,
    },
    {
      why: 'coming back to another page',
      environment: { ...provider, FOOTPRINT_OIDC_REDIRECT_URL: 'https://footprint.example/' },
      says: /must end with \/sign-in\/callback/,
    },
    {
      why: 'an idle time that is no number',
      environment: { FOOTPRINT_SESSION_IDLE_MINUTES: 'long' },
      says: /FOOTPRINT_SESSION_IDLE_MINUTES: must be a whole number/,
    },
  ]) {
    test(`${why} is refused, without the value`, () => {
      assert.throws(
        () => wayIn(environment),
        (error) => error instanceof Refusal && says.test(error.message) && !error.message.includes('hush-hush'),
      )
    })
  }

  for (const { to, path } of [
    { to: '/authorities/E09000033/due?page=2', path: '/authorities/E09000033/due?page=2' },
    { to: 'https://elsewhere.example/x', path: '/' },
    { to: '//elsewhere.example/x', path: '/' },
    { to: '/\\elsewhere.example/x', path: '/' },
    { to: '/x/..//elsewhere.example', path: '/' },
    { to: '/sign-in?to=/sign-in', path: '/' },
    { to: 'javascript:alert(1)', path: '/' },
    { to: '', path: '/' },
  ]) {
    test(`after signing in with “${to}” the way leads to ${path}`, () => {
      assert.equal(localPath(to), path)
    })
  }
})

describe('listening', async () => {
  const { services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  const configuration: Configuration = configurationOf({})

  test('for other computers is refused where nobody signs in', async () => {
    for (const wayIn of [openDoor.wayIn, demoDoor.wayIn]) {
      await assert.rejects(
        startServing(services.house, configuration, wayIn, { host: '0.0.0.0', port: 0 }),
        /Other computers are answered only where people sign in/,
      )
    }
  })

  test('for this computer, anyone there may do everything, and is told so', async () => {
    const serving = await startServing(services.house, configuration, openDoor.wayIn, { host: null, port: 0 })
    const answer = await fetch(`${serving.address}${due}`)
    await serving.close()
    assert.match(serving.address, /^http:\/\/127\.0\.0\.1:/)
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), /No sign-in set up/)
  })
})
