import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Access } from './access.ts'
import { type Routes, authorityPath } from './authorities.ts'
import { INLINE_SCRIPT_HASH } from './security.ts'
import { webServer } from './server.ts'
import { uploadIn } from './uploads.ts'

const barking = { code: 'E09000002', name: 'Barking and Dagenham' }
const leicester = { code: 'E06000016', name: 'Leicester' }

const choose = { id: 'authorities.list', words: 'choose an authority' }
const readChildren = { id: 'children.read', words: 'read of children' }
const makeImports = { id: 'imports.make', words: 'import' }
const childrenSection = { id: 'children', text: 'Children', order: 1, permission: readChildren }

/** The door stands open: who may come in is for the room of people to decide, and to test. */
const openToAll: Access = {
  permissions: [choose, readChildren, makeImports],
  install: () => undefined,
  may: () => true,
}

/** A server of these routes, and what it has logged. */
async function server(routes: readonly Routes[] = [], authorities = [barking, leicester]) {
  const logged: string[] = []
  const log = pino({ base: null }, { write: (line: string) => logged.push(line) })
  const app = await webServer({
    authorities: () => Promise.resolve(authorities),
    choosing: choose,
    sections: [{ id: 'work', text: 'My work', order: 0, permission: readChildren }, childrenSection],
    routes,
    log,
    access: openToAll,
  })
  return { app, logged }
}

const aPage: Routes = (app) => {
  const config = { permission: readChildren, section: childrenSection }
  app.get('/children/:child', { config }, (_request, reply) =>
    reply.view('platform/web/message.njk', { title: 'A child', paragraphs: [] }),
  )
  app.get('/children/:child/fault', { config }, (request) => {
    throw new Error(`no such thing for ${JSON.stringify(request.params)}`)
  })
  app.get('/form', { config }, (_request, reply) => reply.send(reply.generateCsrf()))
  app.post('/form', { config: { permission: makeImports } }, (_request, reply) => reply.send('changed'))
  app.post('/files', { config: { permission: makeImports, takesFiles: true } }, async (request) => {
    await using upload = await uploadIn(request)
    const texts = upload.files.map(async ({ name, content }) => [
      name,
      (Buffer.isBuffer(content) ? content : await buffer(content)).toString(),
    ])
    return { year: upload.text('year'), files: await Promise.all(texts) }
  })
}

describe('every route names a permission', () => {
  test('the server refuses to start where one does not', async () => {
    await assert.rejects(
      server([(app) => void app.get('/open', (_request, reply) => reply.send(''))]),
      /\/authorities\/:code\/open names no permission/,
    )
  })

  test('and where one names a permission that no room declares', async () => {
    const config = { permission: { id: 'children.raed', words: 'read' } }
    await assert.rejects(
      server([(app) => void app.get('/open', { config }, (_request, reply) => reply.send(''))]),
      /names the permission children.raed, which no room declares/,
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
        url: '/authorities/E09000002/files',
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
        payload: partsOf(['_csrf', value], ['year', '2022-23'], ['files', 'CHILD', 'a.csv']),
      })
    assert.deepEqual((await multipart(token)).json(), { year: '2022-23', files: [['a.csv', 'CHILD']] })
    assert.equal((await multipart('forged')).statusCode, 403)
  })

  test('more than a return can be is refused before it is read, as is what does not say its size', async () => {
    const { app } = await server([aPage])
    const type = { 'content-type': 'multipart/form-data; boundary=b' }
    for (const sent of [
      { headers: { ...type, 'content-length': '200000000' } },
      { headers: type, payload: Readable.from(['--b--']) },
    ]) {
      const answer = await app.inject({ method: 'POST', url: '/authorities/E09000002/files', ...sent })
      assert.equal(answer.statusCode, 413)
      assert.match(answer.body, /<h1[^>]*>The files are too large<\/h1>/)
    }
  })

  test('a form sent by another site is refused even with a token', async () => {
    const { app } = await server([aPage])
    for (const { origin, status } of [
      { origin: 'http://localhost:80', status: 200 },
      { origin: 'https://localhost:80', status: 403 },
      { origin: 'https://elsewhere.example', status: 403 },
      { origin: 'null', status: 403 },
    ]) {
      assert.equal((await post(app, { origin })).statusCode, status, origin)
    }
  })
})

/** A form with files: its fields, and those with a name as files. */
const partsOf = (...parts: [name: string, value: string, file?: string][]): string =>
  parts
    .map(([name, value, file]) => {
      const filename = file === undefined ? '' : `; filename="${file}"`
      return `--b\r\ncontent-disposition: form-data; name="${name}"${filename}\r\n\r\n${value}\r\n`
    })
    .concat('--b--\r\n')
    .join('')

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

describe('what is no form of ours', () => {
  const frame = /<h1 class="govuk-heading-l">/
  const inFrame = (answer: Awaited<ReturnType<typeof post>>) => {
    assert.match(answer.body, frame)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'self'/)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.headers['cache-control'], 'no-store')
  }

  for (const url of [
    '/%FF',
    '/children/%E0%A4%A',
    '/authorities/%',
    `/authorities/E09000002/children/%C3?x=%FF`,
    `/authorities/E09000002/children/${'1'.repeat(5000)}/nothing`,
    '/authorities/E09000002/children/1%E2%80%AE2',
    '/authorities/E09000002/children/1%002',
  ]) {
    test(`the address ${url.slice(0, 60)} is a page not found`, async () => {
      const { app } = await server([aPage])
      for (const method of ['GET', 'POST', 'DELETE'] as const) {
        const answer = await app.inject({ method, url })
        assert.equal(answer.statusCode, 404, method)
        inFrame(answer)
      }
    })
  }

  for (const type of ['application/json', 'text/plain', 'application/xml', 'nonsense']) {
    test(`a body of type ${type} is refused, whatever it says`, async () => {
      const { app } = await server([aPage])
      const { cookie } = await tokenOf(app)
      const headers = { cookie, 'content-type': type }
      const sent = { method: 'POST', headers, payload: '[[[[' } as const
      const answer = await app.inject({ ...sent, url: '/authorities/E09000002/form' })
      assert.equal(answer.statusCode, 415)
      inFrame(answer)
      assert.equal((await app.inject({ ...sent, url: '/nowhere' })).statusCode, 404)
    })
  }

  const begin = '--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\nTOKEN\r\n'
  for (const { why, payload, type = 'multipart/form-data; boundary=b', status = 400 } of [
    {
      why: 'that ends in the middle',
      payload: `${begin}--b\r\ncontent-disposition: form-data; name="files"; filename="a"`,
    },
    {
      why: 'whose file ends in the middle',
      payload: `${begin}--b\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nx`,
    },
    { why: 'without a boundary', payload: begin, type: 'multipart/form-data' },
    { why: 'with another boundary', payload: begin, type: 'multipart/form-data; boundary=c' },
    { why: 'of nonsense', payload: '\0\0\0' },
    { why: 'with a NUL in the name of a file', payload: partsOf(['_csrf', 'TOKEN'], ['files', 'x', 'a\0.csv']) },
    { why: 'with a field for every object’s own', payload: partsOf(['_csrf', 'TOKEN'], ['__proto__', 'x']) },
    { why: 'of another kind', payload: begin, type: 'multipart/mixed; boundary=b', status: 415 },
    { why: 'whose token comes late', payload: partsOf(['year', 'x'], ['_csrf', 'TOKEN']), status: 403 },
    { why: 'with a file for a token', payload: partsOf(['_csrf', 'TOKEN', 'a.csv']), status: 403 },
    {
      why: 'with two hundred fields',
      payload: partsOf(['_csrf', 'TOKEN'], ...Array<[string, string]>(200).fill(['a', 'x'])),
      status: 413,
    },
  ]) {
    test(`a form with files ${why} is refused`, async () => {
      const { app, logged } = await server([aPage])
      const { token, cookie } = await tokenOf(app)
      const answer = await app.inject({
        method: 'POST',
        url: '/authorities/E09000002/files',
        headers: { cookie, 'content-type': type },
        payload: payload.replace('TOKEN', token),
      })
      assert.equal(answer.statusCode, status)
      inFrame(answer)
      assert.ok(logged.every((line) => !line.includes('"failed"')))
    })
  }

  test('files for an address that takes none are refused', async () => {
    const { app } = await server([aPage])
    const { token, cookie } = await tokenOf(app)
    const answer = await app.inject({
      method: 'POST',
      url: '/authorities/E09000002/form',
      headers: { cookie, 'content-type': 'Multipart/form-data; boundary=b' },
      payload: partsOf(['_csrf', token]),
    })
    assert.equal(answer.statusCode, 415)
    inFrame(answer)
  })

  test('a form of more fields or bytes than any of ours is refused', async () => {
    const { app } = await server([aPage])
    const { token, cookie } = await tokenOf(app)
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const start = `_csrf=${encodeURIComponent(token)}`
    for (const { more, status } of [
      { more: '&a='.repeat(5000), status: 200 },
      { more: '&a='.repeat(20_000), status: 413 },
      { more: `&a=${'x'.repeat(900_000)}`, status: 200 },
      { more: `&a=${'x'.repeat(1_100_000)}`, status: 413 },
    ]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/authorities/E09000002/form',
        headers,
        payload: start + more,
      })
      assert.equal(answer.statusCode, status, String(more.length))
    }
  })
})

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

  test('camera, microphone and place are none of ours, and no page is kept or shown in a frame', async () => {
    const { app } = await server([aPage])
    const { headers } = await app.inject('/authorities/E09000002/form')
    assert.equal(headers['permissions-policy'], 'camera=(), geolocation=(), microphone=()')
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
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
