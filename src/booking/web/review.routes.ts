import { bookingPermissions } from '../permissions.ts'
import { reviewsPermissions } from '../../reviews/permissions.ts'
import { reviewsSection } from '../sections.ts'
import type { FastifyReply } from 'fastify'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { bookings, nextMeeting } from '../domain/bookings.ts'
import { type Shown, formOfReview } from './change.view.ts'
import { backOf, keepingBack } from '../../platform/web/back.ts'
import type { BookingPagesDeps } from './deps.ts'
import { type Done, doneWordsOf } from './done.ts'
import { type BookingFault, type TypedBooking, readBooking } from './forms.ts'
import { bookingFault } from './problems.view.ts'
import { reviewPage } from './review.view.ts'
import { reviewsPath } from './words.ts'
import { type OfReview, type Ask, formsOf } from './review.forms.ts'

/** A review's page, and what can be done with it. A reference that names nothing and one of a child not to be seen are one. */
export const reviewRoutes =
  (deps: BookingPagesDeps): Routes =>
  (app) => {
    const read = { permission: reviewsPermissions.read, section: reviewsSection } as const
    const book = { permission: bookingPermissions.book, section: reviewsSection } as const

    async function shownTo(request: Ask, reply: FastifyReply): Promise<Shown> {
      const { code } = request.authority
      const world = await deps.worldsFor(request).onDay(code, deps.today(), null)
      const booking = bookings(world).get(request.params.ref)
      if (!booking) throw new PageNotFound()
      return { world, booking, code, csrfToken: reply.generateCsrf() }
    }

    app.get<OfReview>('/reviews/:ref', { config: read }, async (request, reply) => {
      const { world, booking, code } = await shownTo(request, reply)
      showed(request, 'looked at a review', [booking.review.child])
      const offers = {
        mayBook: request.may(bookingPermissions.book),
        steps: await deps.stepsOf(request, world, booking.review.reviewRef),
      }
      const isHeld = booking.review.status === 'HELD'
      const versions = isHeld ? await deps.versionsOf(code, booking.review.reviewRef) : []
      const done = doneWordsOf(request)
      const page = reviewPage(world, booking, offers, versions, code, done)
      const keeping = <Link extends { href: string | null }>(link: Link): Link => ({
        ...link,
        href: link.href && keepingBack(request, link.href),
      })
      return reply.view('booking/web/review.njk', {
        ...page,
        tasks: page.tasks.map(keeping),
        actions: page.actions.map(keeping),
        back: backOf(request, { href: reviewsPath(code, 'booked'), text: 'Booked reviews' }),
      })
    })

    for (const form of formsOf(deps)) {
      const show = async (
        request: Ask,
        reply: FastifyReply,
        shown: Shown,
        typed: TypedBooking,
        faults: readonly BookingFault[],
      ): Promise<FastifyReply> => {
        showed(request, 'looked at a review to change it', [shown.booking.review.child])
        const page = await form.page(request, shown, typed, faults)
        return reply.code(faults.length > 0 ? 400 : 200).view(form.view, {
          ...page,
          back: { ...page.back, href: keepingBack(request, page.back.href) },
          action: keepingBack(request, page.action),
        })
      }
      const toReview = (request: Ask, { code, booking }: Shown, done: Done | '') =>
        keepingBack(request, withQuery(reviewsPath(code, booking.review.reviewRef), { done }))

      app.get<OfReview>(`/reviews/:ref/${form.parts}`, { config: book }, async (request, reply) => {
        const shown = await shownTo(request, reply)
        const isOpen = shown.booking.review.status === 'PLANNED'
        if (!isOpen || (form.needsMeeting && nextMeeting(shown.booking) === null)) {
          showed(request, 'asked to change a review', [shown.booking.review.child])
          return reply.redirect(toReview(request, shown, ''), 303)
        }
        return show(request, reply, shown, form.first(shown), [])
      })

      app.post<OfReview>(`/reviews/:ref/${form.parts}`, { config: book }, async (request, reply) => {
        const shown = await shownTo(request, reply)
        const { typed, values, faults } = readBooking(formOfReview(shown), request.body)
        if (values === null) return show(request, reply, shown, typed, faults)
        const problems = await form.submit(request, shown, values)
        if (problems === null) throw new PageNotFound()
        if (problems.length > 0) return show(request, reply, shown, typed, problems.map(bookingFault))
        logged(request)
        return reply.redirect(toReview(request, shown, form.done), 303)
      })
    }
  }
