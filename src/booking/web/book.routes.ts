import { participationPermissions } from '../../participation/permissions.ts'
import { bookingPermissions } from '../permissions.ts'
import { reviewsSection } from '../sections.ts'
import type { RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { backOf, keepingBack } from '../../platform/web/back.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { everyone, groupOf, isReviewKind } from '../domain/awaited.ts'
import type { PlannedReview } from '../domain/plan.ts'
import { siblingsToBook } from '../domain/siblings.ts'
import { bookPage, firstForm, formOfBooking, toBook } from './book.view.ts'
import { type BookingPagesDeps, askedBy } from './deps.ts'
import { type BookingFault, type TypedBooking, entryOf, readBooking } from './forms.ts'
import { bookingFault } from './problems.view.ts'
import { reviewsPath } from './words.ts'

const bookFilters = z.object({ kind: textFilter, officer: textFilter, then: textFilter })

type OfChild = { Params: { child: string } }

/** What the form is about. */
interface Subject {
  world: World
  child: string
  kind: RegisterReviewKind
  /** What asks for it; null where nothing does. */
  entry: PlannedReview | null
}

/** Booking the review of a child, and those of brothers and sisters with it. */
export const bookRoutes =
  (deps: BookingPagesDeps): Routes =>
  (app) => {
    const config = { permission: bookingPermissions.book, section: reviewsSection } as const

    async function subjectOf(request: FastifyRequest<OfChild>, kindAsked: string): Promise<Subject> {
      const { child } = request.params
      const world = await deps.worldsFor(request).onDay(request.authority.code, deps.today(), null)
      if (!everyone(world).has(child)) throw new PageNotFound()
      const asked = isReviewKind(kindAsked) ? kindAsked : null
      const entry = toBook(world, child, asked)
      const isAsked = asked === null || entry === null || groupOf[entry.kind] === groupOf[asked]
      return isAsked
        ? { world, child, kind: entry?.kind ?? asked ?? 'CLA', entry }
        : { world, child, kind: asked, entry: null }
    }

    async function show(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      { world, child, kind, entry }: Subject,
      typed: TypedBooking,
      faults: readonly BookingFault[],
    ): Promise<FastifyReply> {
      const hidden = await deps.hiddenTimesFor(request)
      const page = bookPage(
        world,
        child,
        kind,
        entry,
        typed,
        faults,
        hidden,
        request.authority.code,
        reply.generateCsrf(),
      )
      showed(request, 'looked at what to book for', [child, ...page.siblingChildren])
      return reply.code(faults.length > 0 ? 400 : 200).view('booking/web/book.njk', {
        ...page,
        back: backOf(request, page.back),
        action: keepingBack(request, page.action),
        mayWriteChoices: request.may(participationPermissions.write),
      })
    }

    app.get<OfChild>('/reviews/book/:child', { config }, async (request, reply) => {
      const { kind, officer } = bookFilters.parse(request.query)
      const subject = await subjectOf(request, kind)
      return show(request, reply, subject, firstForm(subject.world, subject.child, officer === '' ? null : officer), [])
    })

    app.post<OfChild>('/reviews/book/:child', { config }, async (request, reply) => {
      const subject = await subjectOf(request, bookFilters.parse(request.body).kind)
      const { world, child, kind, entry } = subject
      const { typed, values, faults } = readBooking(formOfBooking(world, entry), request.body)
      // Nothing is booked: the times of another officer are shown, and what was typed stays.
      if (bookFilters.parse(request.body).then === 'times') return show(request, reply, subject, typed, [])
      if (values === null) return show(request, reply, subject, typed, faults)
      const siblings = entry ? siblingsToBook(world, entry).filter((one) => values.together.includes(one.child)) : []
      const reviewOf = (one: { child: string; kind: RegisterReviewKind }) => ({
        child: one.child,
        kind: one.kind,
        reviewRef: deps.newReviewRef(),
      })
      const booked = await deps.booking.bookTogether({
        ...askedBy(request, deps),
        reviews: [reviewOf({ child, kind }), ...siblings.map(reviewOf)],
        entry: entryOf(values),
        lateReason: values.lateReason,
      })
      if (booked === null) throw new PageNotFound()
      if ('problems' in booked) return show(request, reply, subject, typed, booked.problems.map(bookingFault))
      logged(request)
      const path = reviewsPath(request.authority.code, booked.reviewRefs[0] ?? '')
      const done = withQuery(path, { done: siblings.length > 0 ? 'together' : 'booked' })
      return reply.redirect(keepingBack(request, done), 303)
    })
  }
