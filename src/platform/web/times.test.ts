import assert from 'node:assert/strict'
import { type Socket, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { pino } from 'pino'
import { webServer } from './server.ts'

const NEVER = 24 * 60 * 60 * 1000
const never = { headers: NEVER, form: NEVER, upload: NEVER, idle: NEVER, silence: NEVER, afterAnswer: NEVER }

const choosing = { id: 'authorities.list', words: 'choose an authority' }

/** Connects to a server that waits for ever, but for what is said otherwise. Each connection has to end by itself. */
async function aServer(
  times: Partial<Record<keyof typeof never, number>>,
): Promise<(sent: string, more?: (socket: Socket) => void) => Promise<string>> {
  const app = await webServer({
    authorities: () => Promise.resolve([]),
    routes: [],
    choosing,
    sections: [{ id: 'work', text: 'My work', order: 1, permission: choosing }],
    publicRoutes: [
      (scope) => {
        const open = { permission: 'public' } as const
        scope.get('/form', { config: open }, (_request, reply) => reply.send(reply.generateCsrf()))
        scope.post('/form', { config: open }, (_request, reply) => reply.send('changed'))
        scope.post('/files', { config: { ...open, takesFiles: true } }, (_request, reply) => reply.send('changed'))
      },
    ],
    log: pino({ level: 'silent' }),
    access: { permissions: [choosing], install: () => undefined, may: () => true },
    times: { ...never, ...times },
  })
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  after(() => app.close())
  return (sent, more) => {
    const socket: Socket = connect(Number(port), '127.0.0.1')
    // One that is not cut off fails its test, and does not hold up the others for ever.
    socket.setTimeout(20_000, () => socket.destroy(new Error('the server did not end the connection')))
    socket.write(sent)
    more?.(socket)
    return text(socket)
  }
}

const head = (line: string, ...headers: string[]) => [line, 'host: localhost', ...headers, '', ''].join('\r\n')
const FORM = 'content-type: application/x-www-form-urlencoded'
const FILES = 'content-type: multipart/form-data; boundary=b'
const COOKIE = 'cookie: _csrf=x'

describe('an answer that needs no body comes without it, and what is still sent is cut off', async () => {
  const send = await aServer({ afterAnswer: 50 })
  const endless = 'transfer-encoding: chunked'
  for (const { why, sent, status } of [
    {
      why: 'an address of which nothing is',
      sent: head('POST /nope HTTP/1.1', 'content-type: application/json', endless) + '4\r\n[[[[\r\n',
      status: 404,
    },
    { why: 'an address that can not be read', sent: head('POST /%FF HTTP/1.1', FORM, endless), status: 404 },
    { why: 'another method', sent: head('PUT /form HTTP/1.1', FORM, endless), status: 404 },
    { why: 'a page that is only read', sent: head('GET /form HTTP/1.1', FORM, endless), status: 200 },
    { why: 'a browser that was shown no form', sent: head('POST /form HTTP/1.1', FORM, endless), status: 403 },
    { why: 'JSON', sent: head('POST /form HTTP/1.1', COOKIE, 'content-type: application/json', endless), status: 415 },
    { why: 'text', sent: head('POST /form HTTP/1.1', COOKIE, 'content-type: text/plain', endless), status: 415 },
    { why: 'no type', sent: head('POST /form HTTP/1.1', COOKIE, endless), status: 415 },
    {
      why: 'a form that is too long',
      sent: head('POST /form HTTP/1.1', COOKIE, FORM, 'content-length: 2000000'),
      status: 413,
    },
    {
      why: 'files where none are taken',
      sent: head('POST /form HTTP/1.1', COOKIE, FILES, 'content-length: 99000000'),
      status: 415,
    },
    { why: 'files of no known size', sent: head('POST /files HTTP/1.1', COOKIE, FILES, endless), status: 413 },
    {
      why: 'files after a token that does not hold',
      sent:
        head('POST /files HTTP/1.1', COOKIE, FILES, 'content-length: 99000000') +
        '--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\nforged\r\n--b\r\n',
      status: 403,
    },
    {
      why: 'files before a token',
      sent:
        head('POST /files HTTP/1.1', COOKIE, FILES, 'content-length: 99000000') +
        '--b\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\nCHILD',
      status: 403,
    },
  ]) {
    test(why, async () => {
      assert.match(await send(sent), new RegExp(`^HTTP/1\\.1 ${status} `))
    })
  }
})

test('what nobody reads is taken in slowly, however fast it comes', async () => {
  const send = await aServer({ afterAnswer: 200 })
  const piece = 'a'.repeat(1024 * 1024)
  let taken = 0
  const sent = head('POST /form HTTP/1.1', FORM, `content-length: ${100 * piece.length}`)
  const ended = send(sent, (socket) => {
    for (let i = 0; i < 100; i++) socket.write(piece, (error) => (taken += error ? 0 : 1))
  })
  // It is cut off while it sends.
  await ended.catch(() => undefined)
  assert.ok(taken < 50, `${taken} MB of 100 were taken in`)
})

test('who sends all of a body that is not read has the answer, also where it is the last of the connection', async () => {
  const send = await aServer({})
  const size = 20_000_000
  const sent = head('POST /nope HTTP/1.1', FORM, `content-length: ${size}`, 'connection: close')
  assert.match(await send(sent + 'x'.repeat(size)), /^HTTP\/1\.1 404 /)
})

describe('a browser that takes too long is cut off', () => {
  test('before the headers are whole, and with nothing sent', async () => {
    const send = await aServer({ headers: 50 })
    assert.match(
      await send('GET / HTTP/1.1\r\nhost: loc'),
      /^HTTP\/1\.1 408 [^]*content-security-policy: default-src 'none'/,
    )
    assert.match(await send(''), /^HTTP\/1\.1 408 /)
  })

  test('with a form', async () => {
    const send = await aServer({ form: 50 })
    for (const path of ['/form', '/files']) {
      const sent = head(`POST ${path} HTTP/1.1`, COOKIE, FORM, 'content-length: 1000')
      assert.match(await send(`${sent}_csrf=`), /^HTTP\/1\.1 408 /, path)
    }
  })

  test('with files, which have longer', async () => {
    const send = await aServer({ form: 0, upload: 50 })
    const sent = head('POST /files HTTP/1.1', COOKIE, FILES, 'content-length: 99000000')
    assert.match(await send(sent), /^HTTP\/1\.1 408 /)
  })

  test('with the next request', async () => {
    const send = await aServer({ idle: 50 })
    assert.match(await send(head('GET /form HTTP/1.1')), /^HTTP\/1\.1 200 /)
  })

  test('with anything at all', async () => {
    const send = await aServer({ silence: 50 })
    assert.equal(await send(head('POST /files HTTP/1.1', COOKIE, FILES, 'content-length: 99000000')), '')
  })
})

describe('what is no request', () => {
  test('is told so without a word of what was sent', async () => {
    const send = await aServer({})
    const answer = await send('NORTH1 is no request\r\n\r\n')
    assert.match(answer, /^HTTP\/1\.1 400 [^]*x-content-type-options: nosniff[^]*\r\n\r\nBad Request\n$/)
    assert.match(await send(head('GET / HTTP/1.1', `cookie: ${'a=b; '.repeat(10_000)}`)), /^HTTP\/1\.1 431 /)
  })
})

describe('many requests at once over one connection', async () => {
  const send = await aServer({})
  const one = head('GET /nope HTTP/1.1')
  const last = head('GET /nope HTTP/1.1', 'connection: close')
  const answers = (received: string) => received.match(/HTTP\/1\.1 404/g)?.length ?? 0

  test('a few are answered, each in its turn', async () => {
    assert.equal(answers(await send(one.repeat(7) + last)), 8)
  })
  test('more than any browser sends end the connection, before they keep others waiting', async () => {
    const received = await send(one.repeat(3000) + last).catch(() => '')
    assert.ok(answers(received) <= 8, `${answers(received)} were answered`)
  })
})
