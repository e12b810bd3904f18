import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'

/**
 * A log of lines of JSON, to standard error, from this level on; from `error` on where there is no such level. Nothing
 * that names a child goes in: no address, no body, no message of an exception.
 */
export const makeLog = (level: string): Logger =>
  pino(
    {
      level: level === 'silent' || level in pino.levels.values ? level : 'error',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ dest: 2, sync: true }),
  )

/** One line a request, with the pattern of its route: the address itself may hold a child's id. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    )
    done()
  })
}
