import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { TimeLimits } from './times.ts'

/**
 * Keeps to so many connections at once. Where one more comes, that which has waited longest without a request makes room:
 * to turn the new one away would let anyone who opens many and sends nothing shut everybody else out.
 */
export function limitConnections(server: Server, { connections }: Pick<TimeLimits, 'connections'>): void {
  const open = new Set<Socket>()
  // Those without a request, the longest first: a set keeps the order in which they came.
  const waiting = new Set<Socket>()
  server.on('connection', (socket) => {
    if (open.size >= connections) {
      const [longest = socket] = waiting
      open.delete(longest)
      waiting.delete(longest)
      longest.destroy()
      if (longest === socket) return
    }
    open.add(socket)
    waiting.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      waiting.delete(socket)
    })
  })
  server.on('request', ({ socket }, response) => {
    waiting.delete(socket)
    response.once('close', () => {
      if (open.has(socket)) waiting.add(socket)
    })
  })
}
