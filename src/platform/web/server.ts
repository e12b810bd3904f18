import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Access } from './access.ts'
import { limitConnections } from './connections.ts'
import { serveAssets } from './assets.ts'
import { type AuthorityDeps, type Routes, authorityPages } from './authorities.ts'
import { MOST_FORM_BYTES, readForms } from './bodies.ts'
import { compressPages } from './compress.ts'
import { answerErrors } from './errors.ts'
import { logRequests } from './logging.ts'
import { type RoutePermission, demandPermissions } from './permissions.ts'
import { changesNothing, THIS_COMPUTER, type Whereabouts, demandToken, secure } from './security.ts'
import { TIME_LIMITS, type TimeLimits, limitTimes, limitTogether, serverTimes } from './times.ts'
import { inOneReading } from '../oneReading.ts'
import { takeTurns } from './turns.ts'
import { readFields } from './typed.ts'
import { readTokensFirst } from './uploads.ts'
import { type FooterLink, useViews } from './views.ts'

export interface WebOptions extends AuthorityDeps {
  /** The rooms' pages, each under `/authorities/:code`. */
  routes: readonly Routes[]
  /** Pages outside any authority’s, for people who do not sign in: each is opened by a secret in its address. */
  publicRoutes?: readonly Routes[]
  /** What the footer of every page leads to. */
  footer?: readonly FooterLink[]
  log: FastifyBaseLogger
  /** Who may open what. */
  access: Access
  /** Where browsers find the server; on this computer only unless said otherwise. */
  whereabouts?: Whereabouts
  /** Other limits of time than those in use: for a test. */
  times?: Partial<TimeLimits>
}

/** An address of which nothing is. */
const NOWHERE = '/nowhere'
/** More than the headers of a request may hold: a long id is not there, like any other that is wrong. */
const MOST_ADDRESS_CHARACTERS = 100_000

/** The web application, ready to listen or to be asked by a test. Throws where a route names no permission that there is. */
export async function webServer(options: WebOptions): Promise<FastifyInstance> {
  const { access, whereabouts = THIS_COMPUTER, log } = options
  const times = { ...TIME_LIMITS, ...options.times }
  const app = Fastify({
    ...serverTimes(times, log),
    loggerInstance: log,
    // Its own lines hold the address; `logRequests` writes the pattern instead.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_FORM_BYTES,
    // Fastify answers what it can't read of an address itself, past every hook: our page for what is not there serves.
    rewriteUrl: ({ url = NOWHERE }) => (isReadable(url) ? url : NOWHERE),
    routerOptions: { querystringParser: readFields, maxParamLength: MOST_ADDRESS_CHARACTERS },
    trustProxy: whereabouts.proxies.length > 0 ? [...whereabouts.proxies] : false,
  })
  limitTogether(app.server, times)
  limitConnections(app.server, times)
  takeTurns(app)
  demandPermissions(app, access.permissions)
  answerErrors(app)
  logRequests(app)
  limitTimes(app, times)
  app.addHook('onRequest', (request, _reply, done) => {
    if (changesNothing(request)) inOneReading(done)
    else done()
  })
  // A form that only asks, or keeps a draft: its body has been read by then, which a reading begun earlier would not outlive.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.routeOptions.config.changesNothing === true) inOneReading(done)
    else done()
  })
  await secure(app, whereabouts)
  compressPages(app)
  await readForms(app)
  readTokensFirst(app)
  await useViews(app, serveAssets(app), options.footer ?? [])
  app.decorateRequest('may', function (permission: RoutePermission) {
    return access.may(this, permission)
  })
  await access.install(app)
  demandToken(app)
  for (const add of options.publicRoutes ?? []) await add(app)
  authorityPages(app, options, options.routes)
  await app.ready()
  return app
}

/** Whether what stands before the query can be decoded. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
