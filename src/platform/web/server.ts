import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serveAssets } from './assets.ts'
import { type AuthorityDeps, type Routes, authorityPages } from './authorities.ts'
import { answerErrors } from './errors.ts'
import { logRequests } from './logging.ts'
import { demandPermissions } from './permissions.ts'
import { LOOPBACK_HOSTS, secure } from './security.ts'
import { useViews } from './views.ts'

export interface WebOptions extends AuthorityDeps {
  /** The rooms' pages, each under `/authorities/:code`. */
  routes: readonly Routes[]
  log: FastifyBaseLogger
  /** The names under which the server answers; this computer's own unless said otherwise. */
  hosts?: readonly string[]
}

/** The most that may be sent in one form: a return of twenty authorities' size fits. */
const MOST_UPLOADED_BYTES = 100 * 1024 * 1024
const MOST_UPLOADED_FILES = 20

/** The web application, ready to listen or to be asked by a test. Throws where a route names no permission. */
export async function webServer(options: WebOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    // Its own lines hold the address; `logRequests` writes the pattern instead.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_UPLOADED_BYTES,
  })
  demandPermissions(app)
  answerErrors(app)
  logRequests(app)
  await secure(app, options.hosts ?? LOOPBACK_HOSTS)
  await app.register(formbody, { bodyLimit: 1024 * 1024 })
  await app.register(multipart, {
    attachFieldsToBody: true,
    limits: { fileSize: MOST_UPLOADED_BYTES, files: MOST_UPLOADED_FILES, fields: 50 },
  })
  await useViews(app, serveAssets(app))
  authorityPages(app, options, options.routes)
  await app.ready()
  return app
}
