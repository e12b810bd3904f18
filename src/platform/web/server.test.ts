import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Access } from './access.ts'
import { type Routes, authorityPath } from './authorities.ts'
import { INLINE_SCRIPT_HASH } from './security.ts'
import { webServer } from './server.ts'

const barking = { code: 'E09000002', name: 'Barking and Dagenham' }
const leicester = { code: 'E06000016', name: 'Leicester' }

/** The door stands open: who may come in is for the room of people to decide, and to test. */
const openToAll: Access = {
  permissions: ['authorities.list', 'children.read', 'imports.make'],
  install: () => undefined,
  may: () => true,
}

/** A server of these routes, and what it has logged. */
async function server(routes: readonly Routes[] = [], authorities = [barking, leicester]) {
  const logged: string[] = []
  const log = pino({ base: null }, { write: (line: string) => logged.push(line) })
  const app = await webServer({
    authorities: () => Promise.resolve(authorities),
    routes,
    log,
    access: openToAll,
  })
  return { app, logged }
}

const aPage: Routes = (app) => {
  const config = { permission: 'children.read', section: 'children' } as const
  app.get('/children/:child', { config }, (_request, reply) =>
    reply.view('platform/web/message.njk', { title: 'A child', paragraphs: [] }),
  )
  app.get('/children/:child/fault', { config }, (request) => {
    throw new Error(`no such thing for ${JSON.stringify(request.params)}`)
  })
  app.get('/form', { config }, (_request, reply) => reply.send(reply.generateCsrf()))
  app.post('/form', { config: { permission: 'imports.make' } }, (_request, reply) => reply.send('changed'))
}

describe('every route names a permission', () => {
  test('the server refuses to start where one does not', async () => {
    await assert.rejects(
      server([(app) => void app.get('/open', (_request, reply) => reply.send(''))]),
      /\/authorities\/:code\/open names no permission/,
    )
  })

  test('and where one names a permission that nobody holds', async () => {
    const config = { permission: 'children.raed' }
    await assert.rejects(
      server([(app) => void app.get('/open', { config }, (_request, reply) => reply.send(''))]),
      /names the permission children.raed, which is not in the table/,
    )
  })
})

describe('pages of an authority', () => {
  test('name the authority in the title and mark the part one is in', async () => {
    const { app } = await server([aPage])
    const page = await app.inject(authorityPath(barking.code, 'children', '620119'))
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /<title>A child – Barking and Dagenham – Footprint<\/title>/)
    assert.match(page.body, /aria-current="true"[^>]*>\s*<strong[^>]*>Children</)
  })

  test('an authority that is not here is a page not found', async () => {
    const { app } = await server([aPage])
    const page = await app.inject('/authorities/E00000000/children/620119')
    assert.equal(page.statusCode, 404)
    assert.match(page.body, /<h1[^>]*>Page not found<\/h1>/)
  })

  test('with one authority, the choice is made', async () => {
    const { app } = await server([], [barking])
    const page = await app.inject('/')
    assert.equal(page.headers.location, '/authorities/E09000002/work')
  })

  test('with several, each is offered; with none, it says how to begin', async () => {
    const several = await (await server()).app.inject('/')
    assert.match(several.body, /href="\/authorities\/E06000016\/work">Leicester</)
    const none = await (await server([], [])).app.inject('/')
    assert.match(none.body, /Nothing has been imported yet/)
  })

  test('an authority that has nothing here yet is found by its name', async () => {
    const { app } = await server([], [])
    const found = await app.inject('/authorities?name=leicester')
    assert.equal(found.headers.location, '/authorities/E06000016/work')
    const wrong = await app.inject('/authorities?name=Nowhere')
    assert.equal(wrong.statusCode, 400)
    assert.match(wrong.body, /<title>Error: Choose an authority/)
    assert.match(wrong.body, /No authority is called “Nowhere”/)
    assert.match(wrong.body, /value="Nowhere"/)
  })
})

describe('errors', () => {
  test('a fault has a page with the number of its incident and nothing of its words', async () => {
    const { app, logged } = await server([aPage])
    const page = await app.inject('/authorities/E09000002/children/620119/fault')
    assert.equal(page.statusCode, 500)
    const incident = /incident ([0-9a-f]{8})/.exec(page.body)?.[1]
    assert.ok(incident)
    assert.doesNotMatch(page.body, /no such thing|at .*\.ts/)
    assert.ok(logged.some((line) => line.includes(incident) && line.includes('server.test.ts')))
  })

  test('no log line holds the child of an address or of an exception', async () => {
    const { app, logged } = await server([aPage])
    await app.inject('/authorities/E09000002/children/620119/fault')
    await app.inject('/authorities/E09000002/children/620119')
    await app.inject('/authorities/E09000002/nowhere/620119')
    assert.ok(logged.length >= 4)
    assert.deepEqual(
      logged.filter((line) => line.includes('620119')),
      [],
    )
  })
})

describe('requests from elsewhere', () => {
  test('a name that is not this computer’s is refused, so that a rebound name reaches nothing', async () => {
    const { app } = await server([aPage])
    for (const { host, status } of [
      { host: '127.0.0.1:3000', status: 200 },
      { host: 'localhost', status: 200 },
      { host: 'footprint.example', status: 403 },
      { host: '127.0.0.1.example:3000', status: 403 },
    ]) {
      const answer = await app.inject({ url: '/', headers: { host } })
      assert.equal(answer.statusCode, status, host)
    }
  })

  test('a form needs the token that its page gave', async () => {
    const { app } = await server([aPage])
    const answer = await post(app, { token: 'forged' })
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /<h1[^>]*>Sorry, we could not do that<\/h1>/)
    assert.equal((await post(app, {})).body, 'changed')
    assert.equal((await app.inject({ method: 'POST', url: '/authorities/E09000002/form' })).statusCode, 403)
  })

  test('a form with files needs it too', async () => {
    const { app } = await server([aPage])
    const { token, cookie } = await tokenOf(app)
    const multipart = (value: string) =>
      app.inject({
        method: 'POST',
        url: '/authorities/E09000002/form',
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
        payload: `--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${value}\r\n--b--\r\n`,
      })
    assert.equal((await multipart(token)).body, 'changed')
    assert.equal((await multipart('forged')).statusCode, 403)
  })

  test('more than a return can be is refused before it is read, as is what does not say its size', async () => {
    const { app } = await server([aPage])
    const type = { 'content-type': 'multipart/form-data; boundary=b' }
    for (const sent of [
      { headers: { ...type, 'content-length': '200000000' } },
      { headers: type, payload: Readable.from(['--b--']) },
    ]) {
      const answer = await app.inject({ method: 'POST', url: '/authorities/E09000002/form', ...sent })
      assert.equal(answer.statusCode, 413)
      assert.match(answer.body, /<h1[^>]*>The files are too large<\/h1>/)
    }
  })

  test('a form sent by another site is refused even with a token', async () => {
    const { app } = await server([aPage])
    for (const { origin, status } of [
      { origin: 'http://localhost:80', status: 200 },
      { origin: 'https://elsewhere.example', status: 403 },
      { origin: 'null', status: 403 },
    ]) {
      assert.equal((await post(app, { origin })).statusCode, status, origin)
    }
  })
})

async function tokenOf(app: FastifyInstance): Promise<{ token: string; cookie: string }> {
  const form = await app.inject('/authorities/E09000002/form')
  return { token: form.body, cookie: form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

async function post(app: FastifyInstance, sent: { token?: string; origin?: string }) {
  const { token, cookie } = await tokenOf(app)
  return app.inject({
    method: 'POST',
    url: '/authorities/E09000002/form',
    headers: {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      ...(sent.origin === undefined ? {} : { origin: sent.origin }),
    },
    payload: `_csrf=${encodeURIComponent(sent.token ?? token)}`,
  })
}

describe('what a browser is told', () => {
  test('scripts and styles come from here only, but for the one script whose hash is named', async () => {
    const { app } = await server()
    const page = await app.inject('/')
    const inline = [...page.body.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] ?? '')
    assert.equal(inline.length, 1)
    const hash = createHash('sha256')
      .update(inline[0] ?? '')
      .digest('base64')
    assert.equal(`'sha256-${hash}'`, INLINE_SCRIPT_HASH)
    assert.equal(
      page.headers['content-security-policy'],
      `default-src 'self';script-src 'self' ${INLINE_SCRIPT_HASH};style-src 'self';img-src 'self' data:;object-src 'none';frame-ancestors 'none';form-action 'self';base-uri 'none'`,
    )
    assert.equal(page.headers['strict-transport-security'], undefined)
    assert.equal(page.headers['cache-control'], 'no-store')
  })

  test('every file that a page names is served, for good, without the GOV.UK typeface or crest', async () => {
    const { app } = await server()
    const page = await app.inject('/')
    const files = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    assert.equal(files.length, 3)
    for (const url of files) {
      const file = await app.inject(url)
      assert.equal(file.statusCode, 200, url)
      assert.match(String(file.headers['cache-control']), /immutable/)
      assert.doesNotMatch(file.body, /GDS Transport|@font-face|govuk-crest/)
    }
    assert.doesNotMatch(page.body, /govuk-logo|crown/i)
  })
})
