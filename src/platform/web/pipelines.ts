import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How many requests of one connection may wait for their answers. Browsers and proxies send the next after an answer. */
const MOST_WAITING = 16

/**
 * Closes a connection that sends more and more requests without waiting for answers. Thousands of them stand in one packet,
 * all of which would be begun before anyone else's turn: here they are let go of before anything is done for them.
 */
export function limitPipelines(server: Server): void {
  const answer = server.listeners('request')
  const waiting = new WeakMap<Socket, number>()
  const countIn = (socket: Socket, more: 1 | -1): number => {
    const count = (waiting.get(socket) ?? 0) + more
    waiting.set(socket, count)
    return count
  }
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const { socket } = request
    if (socket.destroyed) return
    if (countIn(socket, 1) > MOST_WAITING) {
      socket.destroy()
      return
    }
    response.once('close', () => countIn(socket, -1))
    for (const listener of answer) Reflect.apply(listener, server, [request, response])
  })
}
