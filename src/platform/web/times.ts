import { STATUS_CODES, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyHttpOptions, FastifyInstance } from 'fastify'
import { discard } from './discarding.ts'
import { hasBody, isFormWithFiles } from './headers.ts'

/** How long the user may take, in milliseconds, and how many may be connected at once. */
export interface TimeLimits {
  /** Until the last of a request's headers has come, from the first byte or from being connected. */
  headers: number
  /** Until the last byte of a form has come. */
  form: number
  /** Until the last byte of a form with files has come: 100 MB at 1 Mbit/s. */
  upload: number
  /** Until the next request of a connection, after an answer. */
  idle: number
  /** Without a byte in either direction, whatever goes on. */
  silence: number
  /** How long what nobody reads may still come in after an answer that did not wait for it. */
  afterAnswer: number
  connections: number
  /** How many requests of one connection may wait for their answers at once. No browser and no proxy sends the next before. */
  together: number
}

const SECOND = 1000

/** The limits of a server in use; `docs/operators-guide.md` names them. */
export const TIME_LIMITS: TimeLimits = {
  headers: 15 * SECOND,
  form: 30 * SECOND,
  upload: 15 * 60 * SECOND,
  // Longer than proxies keep a connection without use, most of them for 60 seconds: theirs must end first.
  idle: 65 * SECOND,
  silence: 120 * SECOND,
  afterAnswer: 5 * SECOND,
  connections: 1000,
  together: 8,
}

/** The most that any request may take until it is whole. */
const wholeRequest = ({ headers, form, upload }: TimeLimits): number => headers + Math.max(form, upload)

/** What Node's server is told of the limits. It looks at its connections a few times within the shortest. */
export const serverTimes = (limits: TimeLimits, log: FastifyBaseLogger) =>
  ({
    http: {
      headersTimeout: limits.headers,
      requestTimeout: wholeRequest(limits),
      connectionsCheckingInterval: Math.min(5 * SECOND, Math.ceil(limits.headers / 3)),
    },
    requestTimeout: wholeRequest(limits),
    keepAliveTimeout: limits.idle,
    connectionTimeout: limits.silence,
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return
      const status = statusOf(error.code)
      // Without the error itself: it quotes what was sent.
      log.warn({ status, code: error.code }, 'refused')
      if (socket.writable) socket.end(bareAnswer(status))
      socket.destroySoon()
    },
  }) as const satisfies FastifyHttpOptions<Server>

function statusOf(code: string): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
}

/** Thrown into whatever waits for a body that takes too long. */
class TooSlow extends Error {
  override readonly name = 'TooSlow'
  readonly statusCode = 408
}

/**
 * Ends connections that send many requests without waiting for answers: Node hands over all that came together before
 * anybody else has a turn, and thousands fit into what one packet brings. They are let go before anything is done for them:
 * to find a route for each kept others waiting for seconds.
 */
export function limitTogether(server: Server, { together }: Pick<TimeLimits, 'together'>): void {
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
    // What the same packet brought beside it comes here too, and is let go at once.
    if (socket.destroyed) return
    if (countIn(socket, 1) > together) {
      socket.destroy()
      return
    }
    response.once('close', () => countIn(socket, -1))
    for (const listener of answer) Reflect.apply(listener, server, [request, response])
  })
}

/**
 * Ends requests whose body takes too long, each by what its address takes, and connections that go on sending what has
 * been answered without it.
 */
export function limitTimes(app: FastifyInstance, limits: TimeLimits): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) {
      const { raw } = request
      const hasFiles = request.routeOptions.config.takesFiles === true && isFormWithFiles(request)
      const timer = setTimeout(
        () => {
          if (raw.complete) return
          const answer = reply.raw.headersSent ? '' : bareAnswer(408)
          raw.socket.end(answer, () => raw.destroy(new TooSlow('the body')))
        },
        limits[hasFiles ? 'upload' : 'form'],
      )
      timer.unref()
      reply.raw.once('close', () => {
        clearTimeout(timer)
      })
    }
    done()
  })

  app.addHook('onSend', async ({ raw, headers }, reply) => {
    if (!hasBody({ headers }) || raw.complete) return
    // Node would cut the connection off with the answer where it is the last, and who still sends would lose the answer.
    reply.raw.shouldKeepAlive = true
    // What nobody has begun to read, Node would take in as fast as it comes once the answer is sent.
    raw.read()
  })

  app.addHook('onResponse', ({ raw, headers }, _reply, done) => {
    if (hasBody({ headers }) && !raw.complete) {
      // Taken in and thrown away for a moment: a browser that is cut off while it sends does not show the answer.
      raw.unpipe()
      discard(raw)
      if (raw.httpVersion === '1.0' || /\bclose\b/i.test(headers.connection ?? '')) {
        raw.once('end', () => raw.socket.end())
      }
      setTimeout(() => {
        if (!raw.complete) raw.destroy()
      }, limits.afterAnswer).unref()
    }
    done()
  })
}

/** An answer to what is no request that any page could answer. */
function bareAnswer(status: number): string {
  const text = `${STATUS_CODES[status] ?? 'Error'}\n`
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
    'content-type: text/plain; charset=utf-8',
    `content-length: ${text.length}`,
    'cache-control: no-store',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    text,
  ].join('\r\n')
}
