import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Access } from './access.ts'
import { serveAssets } from './assets.ts'
import { type AuthorityDeps, type Routes, authorityPages } from './authorities.ts'
import { PageNotFound, answerErrors } from './errors.ts'
import { logRequests } from './logging.ts'
import { demandPermissions } from './permissions.ts'
import { THIS_COMPUTER, type Whereabouts, secure } from './security.ts'
import { hasControls, readFields } from './typed.ts'
import { useViews } from './views.ts'

export interface WebOptions extends AuthorityDeps {
  /** The rooms' pages, each under `/authorities/:code`. */
  routes: readonly Routes[]
  /** Pages outside any authority’s, for people who do not sign in: each is opened by a secret in its address. */
  publicRoutes?: readonly Routes[]
  log: FastifyBaseLogger
  /** Who may open what. */
  access: Access
  /** Where browsers find the server; on this computer only unless said otherwise. */
  whereabouts?: Whereabouts
}

/** The most that may be sent in one form: a return of twenty authorities' size fits. */
const MOST_UPLOADED_BYTES = 100 * 1024 * 1024
const MOST_UPLOADED_FILES = 20

/** The web application, ready to listen or to be asked by a test. Throws where a route names no permission that there is. */
export async function webServer(options: WebOptions): Promise<FastifyInstance> {
  const { access, whereabouts = THIS_COMPUTER } = options
  const app = Fastify({
    loggerInstance: options.log,
    // Its own lines hold the address; `logRequests` writes the pattern instead.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_UPLOADED_BYTES,
    routerOptions: { querystringParser: readFields },
    trustProxy: whereabouts.proxies.length > 0 ? [...whereabouts.proxies] : false,
  })
  demandPermissions(app, access.permissions)
  answerErrors(app)
  logRequests(app)
  await secure(app, whereabouts)
  refuseTooLarge(app)
  refuseControls(app)
  await app.register(formbody, { bodyLimit: 1024 * 1024, parser: readFields })
  await app.register(multipart, {
    attachFieldsToBody: true,
    limits: { fileSize: MOST_UPLOADED_BYTES, files: MOST_UPLOADED_FILES, fields: 50 },
  })
  await useViews(app, serveAssets(app))
  app.decorateRequest('may', function (permission: string) {
    return access.may(this, permission)
  })
  await access.install(app)
  for (const add of options.publicRoutes ?? []) await add(app)
  authorityPages(app, options, options.routes)
  await app.ready()
  return app
}

/** What an address names with a control character is nowhere: the database could not even be asked for it. */
function refuseControls(app: FastifyInstance): void {
  app.addHook('onRequest', ({ params }, _reply, done) => {
    const isOdd = Object.values(params ?? {}).some((value) => typeof value === 'string' && hasControls(value))
    done(isOdd ? new PageNotFound() : undefined)
  })
}

/** Thrown before a byte of it is read. */
class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly statusCode = 413
}

/** Each file of a form has its own limit; all of them together must not fill the memory either. */
function refuseTooLarge(app: FastifyInstance): void {
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    const hasFiles = headers['content-type']?.startsWith('multipart/') ?? false
    // Without files, a form of unknown size is measured while it is read.
    const bytes = Number(headers['content-length'] ?? (hasFiles ? Infinity : 0))
    done(bytes > MOST_UPLOADED_BYTES ? new TooLarge('too large') : undefined)
  })
}
