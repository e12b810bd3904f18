import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** The hash of the one inline script that GOV.UK's template brings. A test works it out again from a page. */
export const INLINE_SCRIPT_HASH = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"

/** The names by which a computer calls itself: until people can sign in, nobody else is answered. */
export const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** Thrown for a request that another site, or a name that is not ours, may have made. */
class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly statusCode = 403
}

/**
 * Headers, the check of the host's name (a rebound name must not reach us), and for everything that changes something
 * the origin and a token. Register it before any route, and before any parser of forms runs its handlers.
 */
export async function secure(app: FastifyInstance, hosts: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", INLINE_SCRIPT_HASH],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    // Plain http on the loopback interface: a browser told to insist on https could not come back.
    strictTransportSecurity: false,
    // With `no-referrer` a browser sends `Origin: null` with a form, and the check below would refuse it.
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(csrf, { cookieOpts: { path: '/', sameSite: 'strict', httpOnly: true }, getToken: tokenOf })
  app.addHook('onRequest', (request, _reply, done) => {
    done(isForUs(request, hosts) ? undefined : new Forbidden('another host'))
  })
  app.addHook('onRequest', async (_request, reply) => {
    // Pages show children's records: no shared cache, and not the back button of the next person, may keep them.
    reply.header('cache-control', 'no-store')
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (changesNothing(request)) {
      done()
      return
    }
    app.csrfProtection(request, reply, done)
  })
}

const changesNothing = (request: FastifyRequest): boolean => request.method === 'GET' || request.method === 'HEAD'

function isForUs(request: FastifyRequest, hosts: readonly string[]): boolean {
  const host = request.headers.host ?? ''
  if (!hosts.includes(host.replace(/:\d+$/, ''))) return false
  const { origin } = request.headers
  if (changesNothing(request) || origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host
}

// A form with files gives its fields as parts, any other as plain text.
const withToken = z.object({
  _csrf: z.union([z.string(), z.object({ value: z.string() }).transform((part) => part.value)]),
})

/** The token in a form's body; the empty string, which no token equals, where there is none. */
function tokenOf(request: FastifyRequest): string {
  const body = withToken.safeParse(request.body)
  return body.success ? body.data._csrf : ''
}
