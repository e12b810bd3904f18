import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { listed } from '../../kernel/words.ts'
import type { Visitor } from '../../platform/web/access.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { PUBLIC, type RoutePermission } from '../../platform/web/permissions.ts'
import type { AccessLog, KeptForms, SessionLimits, SessionStore } from '../app/ports.ts'
import { type Actor, localOperator, may } from '../domain/actor.ts'
import type { Settings } from '../../settings/settings.ts'
import type { LoggedAction } from '../domain/log.ts'
import type { Permission } from '../../house/permission.ts'
import { actorOf as actorOfPerson } from '../domain/person.ts'
import { roleName } from '../domain/roles.ts'
import { type CookieRules, sessionIn } from './cookies.ts'

/** Where signing in begins and where it ends. */
export const SIGN_IN = '/sign-in'
export const SIGN_OUT = '/sign-out'
/** Where someone who is signed in shows again who they are. */
export const SIGN_IN_AGAIN = `${SIGN_IN}/again`

export interface GuardDeps {
  sessions: SessionStore
  keptForms: KeptForms
  log: AccessLog
  limits: SessionLimits
  cookies: CookieRules
  /** Whether people sign in; else the person who sits at this computer is its operator. */
  hasSignIn: boolean
  /** Whether the people are made up: everyone is told. */
  isDemo: boolean
  /** Whether somebody carries messages; else they wait, and everyone is told. */
  isSendingSetUp: boolean
  /** What an authority sets itself: pages name roles as it does. */
  settingsOf: (authority: string) => Promise<Settings>
  /** Every permission that rooms declare. */
  permissions: readonly Permission[]
}

/** Finds out who the user is, and turns away those who may not open what they ask for. */
export function guard(app: FastifyInstance, deps: GuardDeps): void {
  app.decorateRequest('actor', null)
  app.decorateRequest('permission', null)
  const turnedAway = new WeakMap<FastifyRequest, { authority: string; personId: string; page: FirstPage }>()
  // Where nobody signs in, all browsers are those of one person.
  const operatorsToken = randomUUID()

  app.addHook('onRequest', async (request, reply) => {
    const { permission: demanded } = request.routeOptions.config
    if (request.is404 || demanded === undefined || demanded === PUBLIC) return
    const authority = authorityIn(request)
    const found = deps.hasSignIn
      ? await signedIn(request)
      : { actor: localOperator(authority ?? ''), isOver: false, isRecent: true, token: operatorsToken }
    if (found === null || found.isOver) {
      if (request.method === 'GET' || request.method === 'HEAD') {
        return reply.redirect(withQuery(SIGN_IN, { to: request.url }), 302)
      }
      // Only now is it worth reading what was sent: once the body is here, it is kept.
      if (found !== null && isForm(request) && request.routeOptions.config.changesNothing !== true) {
        turnedAway.set(request, { ...found.actor, page: 'over' })
        return
      }
      return signInFirst(reply, 'absent')
    }
    const { actor } = found
    request.actor = actor
    // Two pages that are opened at once, before there is a token, must agree on one.
    if (request.method === 'GET') reply.beginToken(found.token)
    const settings = await deps.settingsOf(actor.authority)
    reply.locals = { visitor: visitorOf(actor, settings, deps) }
    // Another authority's pages are not there, whatever is asked of them.
    if (authority !== null && authority !== actor.authority) throw new PageNotFound()
    const permission = deps.permissions.find((one) => one === demanded)
    if (!permission || !may(actor, permission)) {
      await deps.log.append(actor.authority, refusal(actor, demanded))
      return notForThem(actor, settings, reply)
    }
    request.permission = permission
    if (request.routeOptions.config.needsRecentSignIn !== true || found.isRecent) return
    request.actor = null
    if (request.method === 'GET') return reply.redirect(withQuery(SIGN_IN_AGAIN, { to: request.url }), 302)
    if (!isForm(request)) return signInFirst(reply, 'absent')
    turnedAway.set(request, { ...actor, page: 'again' })
  })

  app.addHook('preHandler', async (request, reply) => {
    const person = turnedAway.get(request)
    if (!person) return
    await deps.keptForms.keep(person.authority, person.personId, { address: request.url, fields: fieldsOf(request) })
    return signInFirst(reply, person.page)
  })

  async function signedIn(request: FastifyRequest): Promise<Found | null> {
    const cookie = sessionIn(request, deps.cookies)
    const session = cookie && (await deps.sessions.use(cookie.authority, cookie.token, deps.limits))
    if (!cookie || !session) return null
    const { person, isOver, isRecent } = session
    return { actor: actorOfPerson(person, cookie.authority), isOver, isRecent, token: cookie.token }
  }
}

/** The user, and the session by which they are known. */
interface Found {
  actor: Actor
  isOver: boolean
  isRecent: boolean
  /** What nobody else knows of the session. */
  token: string
}

/** How the log tells of someone who was turned away: what they may not do, and nothing of whose record it was. */
const refusal = ({ personId }: Actor, { words }: RoutePermission): LoggedAction => ({
  personId,
  action: 'read',
  what: `was refused a page, without the permission to ${words}`,
  children: [],
})

/** What the header says of the user. */
function visitorOf(
  { name, authority, roles: held }: Actor,
  settings: Settings,
  { hasSignIn, isDemo, isSendingSetUp }: GuardDeps,
): Visitor {
  const notice = isDemo ? demoNotice : hasSignIn ? null : operatorNotice
  return {
    name,
    roles: listed(held.map((role) => roleName(role, settings))),
    signOutHref: hasSignIn ? SIGN_OUT : null,
    accountHref: hasSignIn ? authorityPath(authority, 'account') : null,
    notice: isSendingSetUp ? notice : withWaiting(notice),
  }
}

const operatorNotice = {
  tag: 'No sign-in set up',
  text: 'So Footprint answers only on the computer that it runs on, and the person at that computer may do everything.',
}
const demoNotice = {
  tag: 'Demonstration',
  text: 'Everyone and everything here is made up, and anyone can sign in as anyone.',
}

const WAITING = 'Nothing is set up to send messages: they wait.'
/** Pages say that people are sent a link; where nobody sends any, that is said on each. */
const withWaiting = (notice: Visitor['notice']): Visitor['notice'] =>
  notice ? { ...notice, text: `${notice.text} ${WAITING}` } : { tag: 'Messages wait', text: WAITING }

const withCode = z.object({ code: z.string() })

/** The authority that the address names; null where it names none. */
function authorityIn({ params }: FastifyRequest): string | null {
  const read = withCode.safeParse(params)
  return read.success ? read.data.code : null
}

const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false

const formSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** What was typed, without the token that belonged to the old page. */
function fieldsOf({ body }: FastifyRequest): [string, string][] {
  const form = formSchema.safeParse(body)
  if (!form.success) return []
  return Object.entries(form.data)
    .filter(([name]) => name !== '_csrf')
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
}

/** Why someone must sign in first: their session is over, there is none, or they must show again who they are. */
type FirstPage = 'over' | 'absent' | 'again'

const signInFirst = (reply: FastifyReply, page: FirstPage): FastifyReply =>
  reply.code(401).view('access/web/signInFirst.njk', {
    title: page === 'again' ? 'Sign in again to do this' : 'Sign in to go on',
    page,
    signInHref: page === 'again' ? SIGN_IN_AGAIN : SIGN_IN,
  })

const notForThem = ({ roles: held }: Actor, settings: Settings, reply: FastifyReply): FastifyReply =>
  reply.code(403).view('platform/web/message.njk', {
    title: 'You do not have permission to open this page',
    paragraphs: [
      held.length === 0
        ? 'You have no role here yet.'
        : `Your role here: ${listed(held.map((role) => roleName(role, settings)))}. It does not open this page.`,
      'If you need it for your work, ask the administrator of Footprint at your authority.',
    ],
  })
