import { bookingPermissions } from '../permissions.ts'
import { reviewsSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { bookings } from '../domain/bookings.ts'
import { type Shown, formOfReview } from './change.view.ts'
import { correctPage, firstCorrectForm } from './held.view.ts'
import { type BookingPagesDeps, askedBy } from './deps.ts'
import type { Done } from './done.ts'
import type { BookingFault, TypedBooking } from './forms.ts'
import { bookingFault } from './problems.view.ts'
import { reviewsPath } from './words.ts'

type OfReview = { Params: { ref: string } }

/** Correcting what is recorded of a review that was held. */
export const correctRoutes =
  (deps: BookingPagesDeps): Routes =>
  (app) => {
    const config = { permission: bookingPermissions.book, section: reviewsSection } as const

    async function shownTo(request: FastifyRequest<OfReview>, reply: FastifyReply): Promise<Shown> {
      const { code } = request.authority
      const world = await deps.worldsFor(request).onDay(code, deps.today(), null)
      const booking = bookings(world).get(request.params.ref)
      if (!booking) throw new PageNotFound()
      return { world, booking, code, csrfToken: reply.generateCsrf() }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      shown: Shown,
      typed: TypedBooking,
      faults: readonly BookingFault[],
    ): FastifyReply {
      showed(request, 'looked at a review to correct it', [shown.booking.review.child])
      return reply.code(faults.length > 0 ? 400 : 200).view('booking/web/held.njk', correctPage(shown, typed, faults))
    }

    const pathOf = ({ code, booking }: Shown, done: Done | '') =>
      withQuery(reviewsPath(code, booking.review.reviewRef), { done })

    app.get<OfReview>('/reviews/:ref/correct', { config }, async (request, reply) => {
      const shown = await shownTo(request, reply)
      if (shown.booking.review.status !== 'HELD') {
        showed(request, 'asked to correct a review', [shown.booking.review.child])
        return reply.redirect(pathOf(shown, ''), 303)
      }
      return show(request, reply, shown, firstCorrectForm(shown), [])
    })

    app.post<OfReview>('/reviews/:ref/correct', { config }, async (request, reply) => {
      const shown = await shownTo(request, reply)
      const { typed, values, faults } = formOfReview(shown).read(request.body)
      if (values === null) return show(request, reply, shown, typed, faults)
      const { child, reviewRef } = shown.booking.review
      const { heldOn, completedOn, officerId, format, participation, lateReason, correctionReason, version } = values
      const problems = await deps.booking.correctHeld({
        ...askedBy(request, deps),
        child,
        reviewRef,
        replaces: version,
        entry: { heldOn, completedOn, officerId, format, participation, lateReason },
        correctionReason,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, shown, typed, problems.map(bookingFault))
      logged(request)
      return reply.redirect(pathOf(shown, 'corrected'), 303)
    })
  }
