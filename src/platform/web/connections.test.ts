import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Socket, connect } from 'node:net'
import { test } from 'node:test'
import { limitConnections } from './connections.ts'

test('connections that send nothing make room for others, and those that are answered do not', async (t) => {
  const held: (() => void)[] = []
  const server = createServer((request, response) => {
    if (request.url === '/slow') held.push(() => response.end('slow'))
    else response.end('here')
  })
  limitConnections(server, { connections: 3 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  const { port } = address
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })

  async function opened(sends = ''): Promise<Socket> {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    t.after(() => socket.destroy())
    await once(socket, 'connect')
    if (sends !== '') socket.write(`GET ${sends} HTTP/1.1\r\nHost: here\r\n\r\n`)
    return socket
  }
  const answerTo = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0])

  const asked = once(server, 'request')
  const slow = await opened('/slow')
  await asked
  const first = await opened()
  const ended = once(first, 'close')
  await opened()
  assert.match(await answerTo(await opened('/')), /here/, 'the fourth is served')
  await ended
  const answer = answerTo(slow)
  held.forEach((end) => {
    end()
  })
  assert.match(await answer, /slow/, 'what waits for its answer stays')
})
