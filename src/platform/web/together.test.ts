import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { type TestContext, describe, test } from 'node:test'
import Fastify from 'fastify'
import { TIME_LIMITS, limitTogether } from './times.ts'

const REQUEST = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'

/** A server that counts what it is asked, and a connection to it. */
async function connected(t: TestContext) {
  const app = Fastify()
  let asked = 0
  app.get('/', async () => {
    asked += 1
    await new Promise((resolve) => setImmediate(resolve))
    return 'answered'
  })
  limitTogether(app.server, TIME_LIMITS)
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  t.after(async () => {
    socket.destroy()
    await app.close()
  })
  return { socket, asked: () => asked }
}

describe('a connection', () => {
  test('that sends thousands of requests without waiting for an answer is closed, before they are begun', async (t) => {
    const { socket, asked } = await connected(t)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined) // it may be reset
    socket.resume()
    socket.write(REQUEST.repeat(3000))
    await closed
    assert.ok(asked() <= TIME_LIMITS.together, `${asked()} were begun`)
  })

  test('that waits for each answer may send as many as it likes', async (t) => {
    const { socket, asked } = await connected(t)
    for (let times = 0; times < 60; times++) {
      socket.write(REQUEST)
      const answer: unknown[] = await once(socket, 'data')
      assert.match(String(answer[0]), /answered$/)
    }
    assert.equal(asked(), 60)
  })
})
