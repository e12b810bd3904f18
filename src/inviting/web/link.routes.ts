import type { FastifyRequest } from 'fastify'
import type { Instant } from '../../kernel/dates.ts'
import type { Failures } from '../../access/web/failures.ts'
import { calendarFile } from '../../platform/ics.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { InvitedMeeting, InvitedMeetingOf } from '../app/invitedMeeting.ts'
import { linkOf } from '../app/meetingMessages.ts'
import { linkEntry, linkPage } from './link.view.ts'
import { type OfToken, holdBack, open } from './publicPages.ts'

/** What the page behind a link needs. */
export interface LinkDeps {
  invitedMeetingOf: InvitedMeetingOf
  /** Counts how often each link is asked for that leads nowhere. */
  failures: Failures
  originOf: (request: FastifyRequest) => string
  now: () => Instant
}

/**
 * The page behind the link in a message. Public: the person who holds the link was invited. Nothing is logged as seen of a
 * child's record, for none is shown, and nobody has signed in whom the log could name.
 */
export const linkRoutes =
  ({ invitedMeetingOf, failures, originOf, now }: LinkDeps): Routes =>
  (app) => {
    const door = { config: open, onRequest: holdBack(failures) }

    async function meetingOf(request: FastifyRequest<OfToken>): Promise<InvitedMeeting> {
      const found = await invitedMeetingOf(request.params.token)
      if (found) return found
      failures.note(request.params.token)
      throw new PageNotFound()
    }

    app.get<OfToken>('/invitations/:token', door, async (request, reply) =>
      reply.view('inviting/web/link.njk', linkPage(await meetingOf(request), request.params.token)),
    )

    app.get<OfToken>('/invitations/:token/meeting.ics', door, async (request, reply) => {
      const invited = await meetingOf(request)
      const entry = linkEntry(invited, now(), linkOf(originOf(request), request.params.token))
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="meeting.ics"')
        .send(calendarFile('Meeting', [entry], 'entries'))
    })
  }
