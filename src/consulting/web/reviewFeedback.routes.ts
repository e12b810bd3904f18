import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { type Booking, bookings } from '../../booking/domain/bookings.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { contactRoles } from '../../participation/registers/contacts.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { ticksField } from '../../platform/web/forms/choices.ts'
import { hiddenField } from '../../platform/web/forms/texts.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import {
  FEEDBACK_DAYS,
  type FeedbackAskingProblem,
  type ReviewFeedback,
  versionOfFeedbackAsked,
} from '../app/reviewFeedback.ts'
import { consultingKinds } from '../messageKinds.ts'
import { consultingPermissions } from '../permissions.ts'
import { CHANGED_MEANWHILE, inSentence } from '../../kernel/words.ts'

/** What asking how a review was needs. */
export interface ReviewFeedbackDeps extends SeeingDeps {
  reviewFeedback: Pick<ReviewFeedback, 'ask'>
  outbox: Pick<Outbox, 'ofReview'>
  originOf: (request: FastifyRequest) => string
}

const query = z.object({ done: textFilter })
type OfReview = { Params: { ref: string } }

/** Asking people how a review was, after it was held. */
export const reviewFeedbackRoutes =
  ({ worldsFor, today, reviewFeedback, outbox, originOf }: ReviewFeedbackDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.send, section: reviewsSection } as const

    /** Throws `PageNotFound` where no such review was held, or not for the user. */
    async function seen(request: FastifyRequest<OfReview>): Promise<{ world: World; booking: Booking }> {
      const { code } = request.authority
      const worlds = worldsFor(request)
      const booking = bookings(await worlds.onDay(code, today(), null)).get(request.params.ref)
      if (booking?.review.status !== 'HELD') throw new PageNotFound()
      return { world: await worlds.ofChild(code, booking.review.child, today(), null), booking }
    }

    const around = ({ world, booking }: { world: World; booking: Booking }) =>
      currentContacts(world, booking.review.child, world.asAt)

    const formFor = (shown: { world: World; booking: Booking }) =>
      formOf({
        contacts: ticksField(
          around(shown)
            .filter((contact) => reachOf(contact).isKnown)
            .map(({ contactRef, name, role }) => ({ value: contactRef, text: `${name}, ${inSentence(contactRoles[role])}` })),
        ),
        seen: hiddenField(),
      }) // prettier-ignore

    async function show(request: FastifyRequest<OfReview>, reply: FastifyReply, fault: string | null) {
      const { code } = request.authority
      const shown = await seen(request)
      const { review } = shown.booking
      showed(request, 'looked at who was asked how a review was', [review.child])
      const messages = await outbox.ofReview(code, review.reviewRef)
      const asked = around(shown).flatMap(({ contactRef, name }) => {
        const message = messages.find((one) => one.contactRef === contactRef && one.kind === consultingKinds.review_feedback.id) // prettier-ignore
        return message ? [{ contactRef, name, on: longDate(localOf(message.putAt).day) }] : []
      })
      const form = formFor(shown)
      const first = around(shown).map(({ contactRef }) => contactRef).filter((ref) => !asked.some((one) => one.contactRef === ref)) // prettier-ignore
      return reply.code(fault === null ? 200 : 400).view('consulting/web/reviewFeedback.njk', {
        title: 'How was the review?',
        caption: `Review ${review.reviewRef}`,
        back: { href: authorityPath(code, 'reviews', review.reviewRef), text: 'The review' },
        action: authorityPath(code, 'reviews', review.reviewRef, 'feedback'),
        feedbackHref: request.may(consultingPermissions.writeFeedback) ? authorityPath(code, 'feedback') : null,
        csrfToken: reply.generateCsrf(),
        days: FEEDBACK_DAYS,
        done: query.parse(request.query).done === 'asked' ? 'They are asked, each by a link of their own.' : null,
        asked,
        unreached: around(shown).filter((contact) => !reachOf(contact).isKnown).map(({ name }) => name),
        hasPeople: around(shown).some((contact) => reachOf(contact).isKnown),
        ...form.shown(form.first({ contacts: first, seen: versionOfFeedbackAsked(messages) }), fault === null ? [] : [{ field: 'contacts', text: fault }]),
      }) // prettier-ignore
    }

    app.get<OfReview>('/reviews/:ref/feedback', { config }, (request, reply) => show(request, reply, null))

    app.post<OfReview>('/reviews/:ref/feedback', { config }, async (request, reply) => {
      const shown = await seen(request)
      const { values } = formFor(shown).read(request.body)
      const problems = await reviewFeedback.ask({
        by: actorOf(request),
        authority: request.authority,
        origin: originOf(request),
        child: shown.booking.review.child,
        reviewRef: request.params.ref,
        contactRefs: values?.contacts ?? [],
        replaces: values?.seen ?? '',
      })
      if (problems === null) throw new PageNotFound()
      const [problem] = problems
      if (problem) return show(request, reply, inWords(problem))
      logged(request)
      const path = authorityPath(request.authority.code, 'reviews', request.params.ref, 'feedback')
      return reply.redirect(withQuery(path, { done: 'asked' }), 303)
    })
  }

function inWords(problem: FeedbackAskingProblem): string {
  switch (problem.code) {
    case 'nobody_chosen':
      return 'Tick those who are to be asked'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_held':
      return 'The review is not recorded as held'
    case 'nobody_reached':
      return 'Nobody whom you ticked can be reached by a message'
    case 'not_kept':
      return problem.why
  }
}
