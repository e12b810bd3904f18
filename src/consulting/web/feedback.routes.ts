import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { recordsOf } from '../../world/world.ts'
import type { WriteFeedback } from '../app/feedback.ts'
import { consultingPermissions } from '../permissions.ts'
import { feedback } from '../registers/feedback.ts'
import { feedbackFaults, feedbackForm, feedbackListPage, feedbackPage, feedbackPath, firstFeedback } from './feedback.view.ts' // prettier-ignore

/** What the pages of feedback need. */
export interface FeedbackDeps extends SeeingDeps {
  writeFeedback: WriteFeedback
}

const query = z.object({ done: textFilter })
type OfFeedback = { Params: { feedback: string } }

/** Compliments, complaints and surveys: about the service, and no child. */
export const feedbackRoutes =
  ({ worldsFor, today, writeFeedback }: FeedbackDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.writeFeedback, section: reviewsSection } as const
    const worldOf = (request: FastifyRequest) => worldsFor(request).onDay(request.authority.code, today(), null)

    app.get('/feedback', { config }, async (request, reply) => {
      const page = feedbackListPage(await worldOf(request), request.authority.code, query.parse(request.query).done)
      return reply.view('consulting/web/feedbackList.njk', page)
    })

    /** The reference that a form is about; null for a new one. Throws `PageNotFound` where there is no such row. */
    async function rowOf(request: FastifyRequest<OfFeedback>) {
      const world = await worldOf(request)
      const { feedback: ref } = request.params
      const row = ref === 'new' ? null : recordsOf(world, feedback).find(({ feedbackRef }) => feedbackRef === ref)
      if (row === undefined) throw new PageNotFound()
      return { world, row, feedbackRef: row?.feedbackRef ?? null }
    }
    const where = (request: FastifyRequest, reply: FastifyReply, feedbackRef: string | null) => ({
      code: request.authority.code,
      csrfToken: reply.generateCsrf(),
      feedbackRef,
    })

    app.get<OfFeedback>('/feedback/:feedback', { config }, async (request, reply) => {
      const { world, row, feedbackRef } = await rowOf(request)
      const page = feedbackPage(world, firstFeedback(world, row), [], where(request, reply, feedbackRef))
      return reply.view('consulting/web/feedback.njk', page)
    })

    app.post<OfFeedback>('/feedback/:feedback', { config }, async (request, reply) => {
      const { world, feedbackRef } = await rowOf(request)
      const { typed, values, faults } = feedbackForm(world).read(request.body)
      const entry = values && { ...values, mayQuote: values.mayQuote === null ? null : values.mayQuote === 'yes' }
      const asked = { by: actorOf(request), authority: request.authority, feedbackRef }
      const problems = entry && (await writeFeedback({ ...asked, entry }))
      const wrong = problems === null ? faults : feedbackFaults(problems)
      if (wrong.length === 0)
        return reply.redirect(withQuery(feedbackPath(request.authority.code), { done: 'kept' }), 303)
      const page = feedbackPage(world, typed, wrong, where(request, reply, feedbackRef))
      return reply.code(400).view('consulting/web/feedback.njk', page)
    })
  }
