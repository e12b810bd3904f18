import { messagesPermissions } from '../../messages/permissions.ts'
import { bookingPermissions } from '../../booking/permissions.ts'
import { caseloadPermissions } from '../permissions.ts'
import { caseloadSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { versionOfBooking } from '../../booking/domain/bookings.ts'
import { bookedWith } from '../../booking/domain/clashes.ts'
import type { BookingPagesDeps } from '../../booking/web/deps.ts'
import type { World } from '../../children/domain/world.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Message } from '../../messages/domain/message.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay, textFilter } from '../../platform/web/filters.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import type { Caseload } from '../app/caseload.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import { isLetterAbout } from '../domain/letters.ts'
import { everyHandoverOn, handedOverPage } from './handedOver.view.ts'
import { handOverPage } from './handOver.view.ts'
import { type HandOverForm, newAllocationsIn, handOverFaults, handOverForm } from './handOver.form.ts'
import { handOverCheckPage, handOverProblems } from './handOverCheck.view.ts'

/** What the pages of handing children over need. */
export interface HandOverDeps {
  worldsFor: (request: FastifyRequest) => Worlds
  caseload: Caseload
  outbox: Outbox | null
  /** Booking, for the reviews that are booked with the person who hands over. */
  reviews: Pick<BookingPagesDeps, 'booking' | 'hiddenTimesFor' | 'originOf'>
  today: () => PlainDate
}

type OfOfficer = { Params: { officer: string } }
type Found = { world: World; officer: OfficerFact }

const doneFilters = z.object({ on: textFilter, done: textFilter })

/** The letters to children about these changes of officer, whatever has become of them. */
export async function lettersOf(
  outbox: Outbox | null,
  code: string,
  all: readonly HandoverFact[],
): Promise<readonly Message[]> {
  const letters = await Promise.all(
    all.map(async (handover) => {
      const messages = (await outbox?.ofChild(code, handover.child)) ?? []
      return messages.filter((message) => isLetterAbout(message, handover))
    }),
  )
  return letters.flat()
}

/** Handing an officer's children over to others: the form, the answers to check, and what is left to do afterwards. */
export const handOverRoutes =
  ({ worldsFor, caseload, outbox, reviews, today }: HandOverDeps): Routes =>
  (app) => {
    const config = { permission: caseloadPermissions.manageAllocations, section: caseloadSection } as const

    async function officerNow(request: FastifyRequest<OfOfficer>): Promise<Found> {
      const world = await caseloadWorld(worldsFor(request), request.authority.code, today())
      const officer = recordsOf(world, officers).find(({ officerId }) => officerId === request.params.officer)
      if (!officer) throw new PageNotFound()
      return { world, officer }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      { world, officer }: Found,
      typed: TypedIn<HandOverForm> | null,
      faults: readonly FaultIn<HandOverForm>[],
    ): FastifyReply {
      const page = handOverPage(world, officer, typed, faults, request.authority.code, reply.generateCsrf())
      showed(
        request,
        'looked at whom to hand over',
        page.rows.map(({ child }) => child),
      )
      return reply.code(faults.length > 0 ? 400 : 200).view('caseload/web/handOver.njk', page)
    }

    /** The reviews booked with the officer from the day on go each to the child's own new one; gives nothing: what is left shows. */
    async function giveReviews(request: FastifyRequest<OfOfficer>, children: readonly string[], day: PlainDate) {
      const { world, officer } = await officerNow(request)
      const chosen = bookedWith(world, officer.officerId, day, new Set(children)).flatMap(({ review: { booking } }) =>
        booking ? [{ reviewRef: booking.review.reviewRef, replaces: versionOfBooking(booking) }] : [],
      )
      if (chosen.length === 0) return
      const asking = { by: actorOf(request), authority: request.authority, origin: reviews.originOf(request) }
      await reviews.booking.giveToOwn({ ...asking, chosen })
    }

    app.get<OfOfficer>('/caseload/officers/:officer/hand-over', { config }, async (request, reply) =>
      show(request, reply, await officerNow(request), null, []),
    )

    app.post<OfOfficer>('/caseload/officers/:officer/hand-over', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const { world, officer } = found
      // All officers, not only those offered: of the others it is said why the children can’t be theirs.
      const { typed, values, faults } = handOverForm(recordsOf(world, officers)).read(request.body)
      if (values === null) return show(request, reply, found, typed, faults)
      if (values.step === 'change') return show(request, reply, found, typed, [])
      const { code } = request.authority
      const { day } = values
      const newAllocations = newAllocationsIn(typed)
      const wrong = handOverFaults(handOverProblems(world, newAllocations, day, typed))
      if (wrong.length > 0 || day === null) return show(request, reply, found, typed, wrong)
      const children = newAllocations.map(({ child }) => child)
      if (values.step === 'check') {
        const hidden = await reviews.hiddenTimesFor(request)
        const page = handOverCheckPage(
          world,
          officer,
          typed,
          { newAllocations, day, hidden },
          code,
          reply.generateCsrf(),
        )
        showed(request, 'looked at whom to hand over', children)
        return reply.view('caseload/web/handOverCheck.njk', page)
      }
      const { reason, note, apartReason } = typed
      const asked = {
        by: actorOf(request),
        authority: request.authority,
        newAllocations,
        day,
        reason,
        note,
        apartReason,
      }
      const outcome = await caseload.giveChildren(asked)
      if (outcome === null) throw new PageNotFound()
      if (outcome.problems.length > 0) return show(request, reply, found, typed, handOverFaults(outcome.problems))
      if (values.reviews === 'own' && request.may(bookingPermissions.book)) await giveReviews(request, children, day)
      logged(request)
      const path = authorityPath(code, 'caseload', 'officers', officer.officerId, 'handed-over')
      return reply.redirect(withQuery(path, { on: day.toString(), done: 'handed_over' }), 303)
    })

    app.get<OfOfficer>('/caseload/officers/:officer/handed-over', { config }, async (request, reply) => {
      const { world, officer } = await officerNow(request)
      const { code } = request.authority
      const { on: typed, done } = doneFilters.parse(request.query)
      const on = readDay(typed)
      if (on === null) throw new PageNotFound()
      const all = everyHandoverOn(world, officer.officerId, on)
      showed(
        request,
        'looked at children who were handed over',
        all.map(({ child }) => child),
      )
      const drafts = (await lettersOf(outbox, code, all)).filter(({ state }) => state === 'draft').length
      const page = handedOverPage(world, officer, on, { drafts, done, code })
      return reply.view('caseload/web/handedOver.njk', { ...page, maySend: request.may(messagesPermissions.send) })
    })
  }
