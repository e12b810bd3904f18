import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { authorityPath } from '../../platform/web/authorities.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { networkOf } from '../../platform/web/network.ts'
import { PUBLIC } from '../../platform/web/permissions.ts'
import type { KeptForms, SessionStore } from '../app/ports.ts'
import type { BegunSession, SignIn } from '../app/signIn.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Person } from '../domain/person.ts'
import { type CookieRules, clearSession, sessionIn, setFlow, setSession, takeFlow } from './cookies.ts'
import type { Failures } from './failures.ts'
import { browserInWords } from './browser.ts'
import { SIGN_IN, SIGN_IN_AGAIN, SIGN_OUT } from './guard.ts'
import { type Provider, SignInFailed } from './provider.ts'
import { choosePersonPage, signInPage, signedOutPage, whySignInFailed } from './signIn.view.ts'
import { localPath, authorityOf } from './localPath.ts'

/** How people sign in on this installation. */
export type WayIn =
  | { kind: 'provider'; provider: Provider }
  /** As one of the made-up people of a demonstration. */
  | { kind: 'demo'; authority: string; people: () => Promise<readonly Person[]>; settings: () => Promise<Settings> }

export interface SignInDeps {
  way: WayIn
  signIn: SignIn
  sessions: SessionStore
  keptForms: KeptForms
  failures: Failures
  cookies: CookieRules
}

const asked = z.object({ to: textFilter })
/** What the provider sends someone back with. */
const sentBack = z.object({ state: textFilter, code: textFilter })
const chosen = z.object({ person: textFilter, to: textFilter })
const open = { config: { permission: PUBLIC } } as const

/** Signing in and out. Public: these pages stand before the door. */
export function signInRoutes(app: FastifyInstance, deps: SignInDeps): void {
  const { way, signIn, sessions, keptForms, failures, cookies } = deps

  /** Answers the person who has failed too often before anything else is done. */
  async function holdBack(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const network = networkOf(request)
    if (network !== null && failures.areTooMany(network))
      await reply.code(429).view('access/web/signIn.njk', signInPage(whySignInFailed.tooOften))
  }
  const door = { ...open, onRequest: holdBack }

  /**
   * Counts a code that the provider refuses, for each costs a question to the provider. Nothing else counts: another
   * site can have a browser come here, a provider can be away, and someone whom nobody has entered may try again.
   */
  function noteRefused(request: FastifyRequest): void {
    const network = networkOf(request)
    if (network !== null) failures.note(network)
  }

  async function letIn(
    request: FastifyRequest,
    reply: FastifyReply,
    session: BegunSession,
    to: string,
  ): Promise<FastifyReply> {
    // Anyone who signs in again leaves no session behind.
    const before = sessionIn(request, cookies)
    if (before) await sessions.end(before.authority, before.token)
    setSession(reply, session, cookies)
    const kept = await keptForms.latest(session.authority, session.person.personId)
    return reply.redirect(kept ? authorityPath(session.authority, 'kept') : localPath(to), 303)
  }

  function turnAway(reply: FastifyReply, page: keyof typeof whySignInFailed): FastifyReply {
    return reply.code(403).view('access/web/signIn.njk', signInPage(whySignInFailed[page]))
  }

  if (way.kind === 'provider') {
    for (const address of [SIGN_IN, SIGN_IN_AGAIN]) {
      app.get(address, door, async (request, reply) => {
        const { to } = asked.parse(request.query)
        const begun = await way.provider.begin(address === SIGN_IN_AGAIN).catch(failed(request))
        if (!begun) return turnAway(reply, 'refused')
        setFlow(reply, { ...begun.flow, to: localPath(to) }, cookies)
        return reply.redirect(begun.href, 302)
      })
    }

    app.get(`${SIGN_IN}/callback`, door, async (request, reply) => {
      const flow = takeFlow(request, reply, cookies)
      const { state, code } = sentBack.parse(request.query)
      if (flow?.state !== state) return turnAway(reply, 'notBegunHere')
      const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
      const cameBack = await way.provider.complete(query, flow).catch(failed(request))
      if (!cameBack) {
        if (code !== '') noteRefused(request)
        return turnAway(reply, flow.isAgain ? 'notShownAgain' : 'refused')
      }
      const { account, authenticatedAt } = cameBack
      const session = await signIn.withAccount(account, authorityOf(flow.to), {
        authenticatedAt,
        browser: browserInWords(request.headers['user-agent']),
      })
      return session ? letIn(request, reply, session, flow.to) : turnAway(reply, 'unknownPerson')
    })
  } else {
    for (const address of [SIGN_IN, SIGN_IN_AGAIN]) {
      app.get(address, door, async (request, reply) => {
        const { to } = asked.parse(request.query)
        const page = choosePersonPage(await way.people(), await way.settings(), localPath(to), reply.generateCsrf())
        return reply.view('access/web/choosePerson.njk', page)
      })
    }

    app.post(SIGN_IN, door, async (request, reply) => {
      const { person, to } = chosen.parse(request.body)
      const browser = browserInWords(request.headers['user-agent'])
      const session = await signIn.asPerson(way.authority, person, { authenticatedAt: 'now', browser })
      return session ? letIn(request, reply, session, to) : turnAway(reply, 'unknownPerson')
    })
  }

  app.get(SIGN_OUT, open, async (request, reply) => {
    // A page elsewhere may send someone here, but not sign them out.
    const from = request.headers['sec-fetch-site']
    if (from === 'cross-site') return reply.redirect('/', 302)
    const session = sessionIn(request, cookies)
    if (session) await sessions.end(session.authority, session.token)
    clearSession(reply, cookies)
    // Cookies are left to us: the browser would end those of every name beside ours.
    reply.header('clear-site-data', '"cache", "storage"')
    const elsewhere = way.kind === 'provider' ? await way.provider.signOutHref() : null
    return reply.redirect(elsewhere ?? '/signed-out', 302)
  })

  app.get('/signed-out', open, (_request, reply) => reply.view('access/web/signIn.njk', signedOutPage))
}

/** Notes why signing in failed, for the person who looks after Footprint, and gives null. */
const failed = (request: FastifyRequest) => (error: unknown) => {
  if (!(error instanceof SignInFailed)) throw error
  request.log.warn({ why: error.message }, 'sign-in failed')
  return null
}
