import { messagesPermissions } from '../../messages/permissions.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Providers } from '../../messages/app/provider.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { keepingBack } from '../../platform/web/back.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import type { Inviting } from '../app/inviting.ts'
import type { FaultIn } from '../../platform/web/forms/form.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { type Done, doneWordsOf } from '../../booking/web/done.ts'
import { invitationsPage } from './invitations.view.ts'
import { type Invitations, childWords, firstInviting, invitingFaults, invitingForm } from './invitations.form.ts'
import { reviewsPath } from '../../booking/web/words.ts'

/** What the page of a review's invitations needs. */
export interface InvitationsDeps extends SeeingDeps {
  inviting: Inviting
  providers: Providers
  outbox: Pick<Outbox, 'ofReview'>
  /** Where browsers find the server. */
  originOf: (request: FastifyRequest) => string
}

type OfReview = { Params: { ref: string } }

/** Who is told of a review's meeting, and what became of each message. */
export const invitationsRoutes =
  ({ worldsFor, today, inviting, outbox, providers, originOf }: InvitationsDeps): Routes =>
  (app) => {
    const read = { permission: messagesPermissions.read, section: reviewsSection } as const
    const send = { permission: messagesPermissions.send, section: reviewsSection } as const

    /** Throws `PageNotFound` where there is no such review, or not for the user. */
    async function invitationsSeen(request: FastifyRequest<OfReview>): Promise<Invitations> {
      const { code } = request.authority
      const { ref } = request.params
      const worlds = worldsFor(request)
      const booking = bookings(await worlds.onDay(code, today(), null)).get(ref)
      if (!booking) throw new PageNotFound()
      const { child } = booking.review
      const [world, messages] = await Promise.all([
        worlds.ofChild(code, child, today(), null),
        outbox.ofReview(code, ref),
      ])
      return {
        reviewRef: ref,
        child,
        words: childWords(child),
        booking,
        world,
        messages,
        authority: request.authority,
        providers,
      }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      invitations: Invitations,
      typed = firstInviting(invitations),
      faults: readonly FaultIn<ReturnType<typeof invitingForm>>[] = [],
    ): FastifyReply {
      showed(request, 'looked at the invitations to a review', [invitations.child])
      const where = { csrfToken: reply.generateCsrf() }
      const done = doneWordsOf(request)
      const page = invitationsPage(invitations, typed, faults, where)
      return reply.code(faults.length > 0 ? 400 : 200).view('inviting/web/invitations.njk', {
        ...page,
        done,
        back: { ...page.back, href: keepingBack(request, page.back.href) },
        action: keepingBack(request, page.action),
      })
    }

    app.get<OfReview>('/reviews/:ref/invitations', { config: read }, async (request, reply) =>
      show(request, reply, await invitationsSeen(request)),
    )

    app.post<OfReview>('/reviews/:ref/invitations', { config: send }, async (request, reply) => {
      const invitations = await invitationsSeen(request)
      const { code } = request.authority
      const { reviewRef, child } = invitations
      const { typed, values, faults } = invitingForm(invitations).read(request.body)
      if (values === null) return show(request, reply, invitations, typed, faults)
      const problems = await inviting.invite({
        authority: request.authority,
        child,
        reviewRef,
        by: actorOf(request),
        origin: originOf(request),
        contactRefs: values.contacts,
        reason: typed.reason,
        when: values.when,
        replaces: values.seen,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, invitations, typed, invitingFaults(problems))
      logged(request)
      const invited = withQuery(reviewsPath(code, reviewRef, 'invitations'), { done: 'invited' satisfies Done })
      return reply.redirect(keepingBack(request, invited), 303)
    })
  }
