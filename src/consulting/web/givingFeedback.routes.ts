import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Failures } from '../../access/web/failures.ts'
import { type OfToken, holdBack, open as openToAll } from '../../inviting/web/publicPages.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { OpenFeedback, ReviewFeedback } from '../app/reviewFeedback.ts'
import { givenFaults, givenForm, givenPage, givenThanks } from './givingFeedback.view.ts'

/** What the page behind a link for feedback needs. */
export interface GivingFeedbackDeps {
  reviewFeedback: Pick<ReviewFeedback, 'open' | 'send'>
  /** Counts how often each link is asked for that leads nowhere. */
  failures: Failures
}

/** Short feedback after a review, by a private link that works once. Public: it shows nothing of the child. */
export const givingFeedbackRoutes =
  ({ reviewFeedback, failures }: GivingFeedbackDeps): Routes =>
  (app) => {
    const door = { config: openToAll, onRequest: holdBack(failures) }

    const gone = (token: string): PageNotFound => {
      failures.note(token)
      return new PageNotFound()
    }

    async function openOf(request: FastifyRequest<OfToken>, reply: FastifyReply): Promise<OpenFeedback> {
      const open = await reviewFeedback.open(request.params.token)
      if (!open) throw gone(request.params.token)
      // A page with a form: a browser that tells nobody at all where it comes from could not send it.
      reply.header('referrer-policy', 'same-origin')
      return open
    }

    app.get<OfToken>('/your-feedback/:token', door, async (request, reply) => {
      const open = await openOf(request, reply)
      const where = { token: request.params.token, csrfToken: reply.generateCsrf() }
      return reply.view('consulting/web/givingFeedback.njk', givenPage(open, givenForm.first(), [], where))
    })

    app.post<OfToken>('/your-feedback/:token', door, async (request, reply) => {
      const open = await openOf(request, reply)
      const { typed, values, faults } = givenForm.read(request.body)
      const given = values && {
        how: values.how,
        listened: values.listened,
        words: values.words,
        isThanks: values.thanks.includes('thanks'),
        mayQuote: values.mayQuote === null ? null : values.mayQuote === 'yes',
      }
      const outcome = given && (await reviewFeedback.send(open, given))
      if (outcome === 'over') throw gone(request.params.token)
      if (outcome === 'kept') return reply.view('consulting/web/said.njk', givenThanks(open))
      const where = { token: request.params.token, csrfToken: reply.generateCsrf() }
      const wrong = given ? givenFaults() : faults
      return reply.code(400).view('consulting/web/givingFeedback.njk', givenPage(open, typed, wrong, where))
    })
  }
