import { invitingPermissions } from '../permissions.ts'
import { dueSection } from '../../reviews/sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CalendarFeeds } from '../app/ports.ts'
import type { ReadCalendarFeed } from '../app/calendarFeed.ts'
import { actorOf } from '../../access/web/actor.ts'
import { showed } from '../../access/web/logging.ts'
import type { Failures } from '../../access/web/failures.ts'
import { calendarFile } from '../../platform/ics.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { calendarPage } from './ownCalendar.view.ts'
import { type OfToken, holdBack, open } from './publicPages.ts'

const done = doneWords({ off: 'The calendar is switched off: its address gives nothing any more.' })

/** What the page of one's own calendar needs. */
export interface CalendarDeps {
  feeds: Pick<CalendarFeeds, 'begin' | 'begunAt' | 'end'>
  originOf: (request: FastifyRequest) => string
}

/** One's own calendar: getting its address, getting another, switching it off. */
export const calendarRoutes =
  ({ feeds, originOf }: CalendarDeps): Routes =>
  (app) => {
    const config = { permission: invitingPermissions.takeCalendar, section: dueSection } as const

    async function show(request: FastifyRequest, reply: FastifyReply, address: string | null): Promise<FastifyReply> {
      const { personId, officerId } = actorOf(request)
      const { code } = request.authority
      showed(request, 'looked at the address of their calendar', [])
      const begunAt = await feeds.begunAt(code, personId)
      const page = calendarPage({ officerId, begunAt, address }, code, reply.generateCsrf())
      return reply.view('inviting/web/ownCalendar.njk', { ...page, done: done.of(request) })
    }

    app.get('/calendar', { config }, (request, reply) => show(request, reply, null))

    // Answered with the page itself: the address is nowhere kept from which a next page could show it.
    app.post('/calendar', { config }, async (request, reply) => {
      const token = await feeds.begin(request.authority.code, actorOf(request).personId)
      return show(request, reply, `${originOf(request)}/calendars/${token}.ics`)
    })

    app.post('/calendar/off', { config }, async (request, reply) => {
      const { code } = request.authority
      await feeds.end(code, actorOf(request).personId)
      showed(request, 'switched their calendar off', [])
      return reply.redirect(done.path(authorityPath(code, 'calendar'), 'off'), 303)
    })
  }

/** What the feeds of calendars need. */
export interface FeedDeps {
  readFeed: ReadCalendarFeed
  /** Counts how often each feed is asked for that is not there. */
  failures: Failures
  originOf: (request: FastifyRequest) => string
}

/** What calendars read. Public: a calendar does not sign in. Its reading is logged by the use case. */
export const feedRoutes =
  ({ readFeed, failures, originOf }: FeedDeps): Routes =>
  (app) => {
    const door = { config: open, onRequest: holdBack(failures) }
    app.get<OfToken>('/calendars/:token.ics', door, async (request, reply) => {
      const origin = originOf(request)
      const feed = await readFeed(
        request.params.token,
        (authority, reviewRef) => origin + authorityPath(authority, 'reviews', reviewRef),
      )
      if (!feed) {
        failures.note(request.params.token)
        throw new PageNotFound()
      }
      const etag = `"${feed.fingerprint}"`
      reply.header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('text/calendar; charset=utf-8').send(calendarFile('Reviews', feed.entries, 'entries'))
    })
  }
