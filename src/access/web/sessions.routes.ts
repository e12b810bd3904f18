import { accessPermissions } from '../permissions.ts'
import { settingsSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { OwnSessions } from '../app/ownSessions.ts'
import type { SessionLimits, ShownSession } from '../app/ports.ts'
import { actorOf } from './actor.ts'
import { type CookieRules, sessionIn } from './cookies.ts'

const done = doneWords({ ended: 'The session is ended.', all: 'All other sessions are ended.' })

/** What the pages of sessions need. */
export interface SessionsDeps extends CookieRules {
  sessions: OwnSessions
  limits: SessionLimits
}

const asked = z.object({ session: z.uuid().optional() })

/** Where someone is signed in: each sees and ends their own sessions, an administrator those of others. */
export const sessionRoutes =
  ({ sessions, limits, isSecure }: SessionsDeps): Routes =>
  (app) => {
    const own = { permission: accessPermissions.chooseAuthority } as const
    const others = {
      permission: accessPermissions.managePeople,
      section: settingsSection,
      needsRecentSignIn: true,
    } as const
    type OfPerson = { Params: { person: string } }

    const all = (request: FastifyRequest, personId: string) =>
      sessions.of(request.authority.code, personId, limits, sessionIn(request, { isSecure })?.token ?? null)

    /** Ends the session that the form names, all but the one that asks where it names none, and goes to the page. */
    async function end(
      request: FastifyRequest,
      reply: FastifyReply,
      personId: string,
      page: string,
    ): Promise<FastifyReply> {
      const form = asked.safeParse(request.body)
      if (!form.success) return reply.redirect(page, 303)
      const { session } = form.data
      const others = (await all(request, personId)).filter(({ isThisOne }) => !isThisOne)
      await sessions.end(actorOf(request), personId, session === undefined ? others.map(idOf) : [session])
      return reply.redirect(done.path(page, session === undefined ? 'all' : 'ended'), 303)
    }

    app.get('/account', { config: own }, async (request, reply) => {
      const { code } = request.authority
      const shown = await all(request, actorOf(request).personId)
      return show(request, reply, 'Where you are signed in', shown, authorityPath(code, 'account', 'end'), null)
    })
    app.post('/account/end', { config: own }, async (request, reply) => {
      return end(request, reply, actorOf(request).personId, authorityPath(request.authority.code, 'account'))
    })

    async function personOf(request: FastifyRequest<OfPerson>) {
      const person = await sessions.personNamed(request.authority.code, request.params.person)
      if (!person) throw new PageNotFound()
      const page = authorityPath(request.authority.code, 'settings', 'people', person.personId)
      return { ...person, page }
    }

    app.get<OfPerson>('/settings/people/:person/sessions', { config: others }, async (request, reply) => {
      const { personId, name, page } = await personOf(request)
      const back = { href: page, text: name }
      return show(
        request,
        reply,
        `Where ${name} is signed in`,
        await all(request, personId),
        `${page}/sessions/end`,
        back,
      )
    })
    app.post<OfPerson>('/settings/people/:person/sessions/end', { config: others }, async (request, reply) => {
      const { personId, page } = await personOf(request)
      return end(request, reply, personId, `${page}/sessions`)
    })
  }

const idOf = ({ sessionId }: ShownSession): string => sessionId

const show = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  shown: readonly ShownSession[],
  action: string,
  back: { href: string; text: string } | null,
): FastifyReply =>
  reply.view('access/web/sessions.njk', {
    title,
    action,
    back,
    done: done.of(request),
    csrfToken: reply.generateCsrf(),
    hasOthers: shown.some(({ isThisOne }) => !isThisOne),
    sessions: shown.map(({ sessionId, browser, signedInAt, lastSeenAt, isThisOne }) => ({
      sessionId,
      browser: browser === '' ? 'An unknown browser' : browser,
      signedIn: momentInWords(signedInAt),
      lastSeen: momentInWords(lastSeenAt),
      isThisOne,
    })),
  })
