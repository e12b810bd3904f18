import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'

/** The hash of the one inline script that GOV.UK's template brings. A test works it out again from a page. */
export const INLINE_SCRIPT_HASH = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"

declare module 'fastify' {
  interface FastifyReply {
    /**
     * Begins the token of forms from what only the user knows, unless the browser has one: pages that are opened at once
     * would otherwise each begin their own, and only the last would hold.
     */
    beginToken: (secret: string) => void
  }
}

/** Where browsers find the server. */
export interface Whereabouts {
  /** The names under which it answers. */
  hosts: readonly string[]
  /** Whether browsers reach it by https, also where something before it ends the encryption. */
  isSecure: boolean
  /** The addresses of what stands before it and is believed about where a request comes from. */
  proxies: readonly string[]
}

/** The names by which a computer calls itself: where nobody signs in, nobody else is answered. */
export const THIS_COMPUTER: Whereabouts = { hosts: ['127.0.0.1', 'localhost', '[::1]'], isSecure: false, proxies: [] }

/** Thrown for a request that another site, or a name that is not ours, may have made. */
class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly statusCode = 403
}

/**
 * Headers, the check of the host's name (a rebound name must not reach us), and for everything that changes something
 * the origin and a token. Register it before any route, and before any parser of forms runs its handlers.
 */
export async function secure(app: FastifyInstance, { hosts, isSecure }: Whereabouts): Promise<void> {
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
    // Not by plain http on the loopback interface: a browser told to insist on https could not come back.
    strictTransportSecurity: isSecure,
    // With `no-referrer` a browser sends `Origin: null` with a form, and the check below would refuse it.
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  // Lax, not strict: the person who comes back from signing in elsewhere must keep the cookie that their open pages rely on.
  const cookieOpts = { path: '/', sameSite: 'lax', httpOnly: true, secure: isSecure } as const
  await app.register(csrf, { cookieKey: TOKEN_COOKIE, cookieOpts, getToken: tokenOf })
  app.decorateReply('beginToken', function (this: FastifyReply, secret: string) {
    if (this.request.cookies[TOKEN_COOKIE] !== undefined) return
    const begun = createHash('sha256').update(`token of forms: ${secret}`).digest('base64url')
    this.request.cookies[TOKEN_COOKIE] = begun
    this.setCookie(TOKEN_COOKIE, begun, cookieOpts)
  })
  app.addHook('onRequest', (request, _reply, done) => {
    done(isForUs(request, hosts, isSecure ? 'https:' : 'http:') ? undefined : new Forbidden('another host'))
  })
  app.addHook('onRequest', async (_request, reply) => {
    // Pages show children's records: no shared cache, and not the back button of the next person, may keep them.
    reply.header('cache-control', 'no-store')
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (changesNothing(request)) {
      done()
      return
    }
    app.csrfProtection(request, reply, done)
  })
}

/**
 * Refuses a form from a browser that was shown none before its body is read: it has no cookie with which a token could
 * agree. To stand after what turns strangers away, who are told to sign in first.
 */
export function demandToken(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const isHopeless = !changesNothing(request) && request.cookies[TOKEN_COOKIE] === undefined
    done(isHopeless ? new Forbidden('no token') : undefined)
  })
}

const TOKEN_COOKIE = '_csrf'

/** Whether the request asks for a page and no more. */
export const changesNothing = (request: FastifyRequest): boolean =>
  request.method === 'GET' || request.method === 'HEAD'

function isForUs(request: FastifyRequest, hosts: readonly string[], scheme: string): boolean {
  const host = request.headers.host ?? ''
  if (!hosts.includes(host.replace(/:\d+$/, ''))) return false
  const { origin } = request.headers
  if (changesNothing(request) || origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).origin === new URL(`${scheme}//${host}`).origin
}

const withToken = z.object({ _csrf: z.string() })

/** The token in a form's body; the empty string, which no token equals, where there is none. */
function tokenOf(request: FastifyRequest): string {
  const body = withToken.safeParse(request.body)
  return body.success ? body.data._csrf : ''
}
