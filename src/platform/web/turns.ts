import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** How many browsers of people who have signed in are remembered: of each its cookies, as a fingerprint. */
const MOST_REMEMBERED = 10_000

/**
 * Has the requests of strangers begin one at a time, each in a turn of the event loop of its own, and those of browsers in
 * which someone has signed in at once. A page of staff waits for the database some dozens of times: without this, each time
 * whatever strangers have sent meanwhile would come first. Nobody waits where nobody else asks. To stand before every hook
 * that does work.
 */
export function takeTurns(app: FastifyInstance): void {
  const known = new Set<string>()
  const waiting: (() => void)[] = []
  let isPlanned = false

  function plan(): void {
    if (isPlanned || waiting.length === 0) return
    isPlanned = true
    setImmediate(() => {
      isPlanned = false
      waiting.shift()?.()
      plan()
    })
  }

  app.addHook('onRequest', ({ headers: { cookie }, raw }, reply, done) => {
    if (cookie !== undefined && known.has(fingerprintOf(cookie))) {
      done()
      return
    }
    waiting.push(() => {
      // Who has gone meanwhile gets no answer.
      if (raw.socket.destroyed) reply.hijack()
      else done()
    })
    plan()
  })

  // Only what the door has let in is known: a cookie that somebody made up opens nothing, this neither.
  app.addHook('onResponse', ({ headers: { cookie } }, { locals }, done) => {
    if (cookie !== undefined && locals?.visitor) {
      const fingerprint = fingerprintOf(cookie)
      known.delete(fingerprint)
      known.add(fingerprint)
      const [oldest] = known
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
    }
    done()
  })
}

const fingerprintOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64')
