import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import type { ReadAnswers } from '../app/answers.ts'
import type { ChaseReport } from '../app/chasing.ts'
import { neededBefore } from '../domain/preparation.ts'
import { consultingPermissions } from '../permissions.ts'
import { answerShown } from './consultation.view.ts'
import { missingOf, preparationPage } from './preparation.view.ts'

/** What the page of a review's preparation needs. */
export interface PreparationDeps extends SeeingDeps {
  readAnswers: ReadAnswers
  chaseReport: ChaseReport
  /** What other rooms show of the child, as the user may see it: decisions, visits, challenges. */
  panelsFor: (request: FastifyRequest, world: World, child: string) => readonly ChildPanel[]
  originOf: (request: FastifyRequest) => string
}

const query = z.object({ done: textFilter })
type OfReview = { Params: { ref: string } }

/** Preparing a review: what was said, what is ready, what was decided and seen before. */
export const preparationRoutes =
  ({ worldsFor, today, readAnswers, chaseReport, panelsFor, originOf }: PreparationDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.read, section: reviewsSection } as const

    async function seen(request: FastifyRequest<OfReview>): Promise<{ world: World; review: RegisterReviewFact }> {
      const { code } = request.authority
      const worlds = worldsFor(request)
      const booking = bookings(await worlds.onDay(code, today(), null)).get(request.params.ref)
      if (!booking) throw new PageNotFound()
      return { world: await worlds.ofChild(code, booking.review.child, today(), null), review: booking.review }
    }

    app.get<OfReview>('/reviews/:ref/preparation', { config }, async (request, reply) => {
      const { world, review } = await seen(request)
      const { child, reviewRef } = review
      const by = { by: actorOf(request), authority: request.authority }
      const answers = await readAnswers(by, world, { child, reviewRef, subject: null })
      showed(request, 'prepared a review', [child])
      const panels = panelsFor(request, world, child)
      const may = {
        send: request.may(consultingPermissions.send),
        writeWishes: request.may(consultingPermissions.writeWishes),
      }
      const page = preparationPage(world, review, request.authority.code, query.parse(request.query).done, may)
      return reply.view('consulting/web/preparation.njk', {
        ...page,
        csrfToken: reply.generateCsrf(),
        mayChase: may.send && page.missing.length > 0,
        answers: answers.map(answerShown),
        panels,
      })
    })

    app.post<OfReview>(
      '/reviews/:ref/preparation/chase',
      { config: { permission: consultingPermissions.send, section: reviewsSection } },
      async (request, reply: FastifyReply) => {
        const { world, review } = await seen(request)
        const { code } = request.authority
        const { child, reviewRef } = review
        const done = await chaseReport({
          by: actorOf(request),
          authority: request.authority,
          origin: originOf(request),
          child,
          reviewRef,
          missing: missingOf(neededBefore(world, review)),
          link: originOf(request) + authorityPath(code, 'reviews', reviewRef),
        })
        if (done === null) throw new PageNotFound()
        logged(request)
        return reply.redirect(withQuery(authorityPath(code, 'reviews', reviewRef, 'preparation'), { done }), 303)
      },
    )
  }
