import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'

/** What the browser holds of a session. */
export interface SessionCookie {
  authority: string
  token: string
}

/** How cookies are set on this installation. */
export interface CookieRules {
  /** Whether browsers reach us by https: then they send cookies by nothing else. */
  isSecure: boolean
}

// With the prefix a browser takes the cookie from nobody but us, by https, and not from a neighbouring name.
const nameOf = (name: string, { isSecure }: CookieRules): string => (isSecure ? `__Host-${name}` : name)

const SESSION = 'footprint-session'
const FLOW = 'footprint-sign-in'
const FLOW_SECONDS = 15 * 60

// Lax: someone who follows a link to us from a message is still signed in; a form of another site is not.
const options = ({ isSecure }: CookieRules) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure }) as const

export const setSession = (reply: FastifyReply, { authority, token }: SessionCookie, rules: CookieRules): void => {
  reply.setCookie(nameOf(SESSION, rules), `${authority}.${token}`, options(rules))
}

export const clearSession = (reply: FastifyReply, rules: CookieRules): void => {
  reply.clearCookie(nameOf(SESSION, rules), options(rules))
}

/** The session that the request names, whether it exists or not. */
export function sessionIn(request: FastifyRequest, rules: CookieRules): SessionCookie | null {
  const value = request.cookies[nameOf(SESSION, rules)] ?? ''
  const [, authority, token] = /^([A-Z]\d{8})\.([\w-]{20,100})$/.exec(value) ?? []
  return authority !== undefined && token !== undefined ? { authority, token } : null
}

const flowSchema = z.strictObject({
  state: z.string().min(1),
  nonce: z.string().min(1),
  /** Whether someone signed in must show again who they are. */
  isAgain: z.boolean(),
  verifier: z.string().min(1),
  to: z.string(),
})

/** What must come back from the provider, and where to go then: kept by the browser that began to sign in. */
export type SignInFlow = z.infer<typeof flowSchema>

export const setFlow = (reply: FastifyReply, flow: SignInFlow, rules: CookieRules): void => {
  reply.setCookie(nameOf(FLOW, rules), JSON.stringify(flow), { ...options(rules), maxAge: FLOW_SECONDS })
}

/** Takes the flow that this browser began; null where it began none. It can be taken once. */
export function takeFlow(request: FastifyRequest, reply: FastifyReply, rules: CookieRules): SignInFlow | null {
  const value = request.cookies[nameOf(FLOW, rules)]
  reply.clearCookie(nameOf(FLOW, rules), options(rules))
  if (value === undefined) return null
  try {
    return flowSchema.parse(JSON.parse(value))
  } catch {
    return null
  }
}
