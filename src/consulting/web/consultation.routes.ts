import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { PictureSet } from '../../documents/pictures.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { recordsOf } from '../../world/world.ts'
import type { ReadAnswers } from '../app/answers.ts'
import type { AskingForViews } from '../app/asking.ts'
import type { NoteReturned } from '../app/returned.ts'
import type { WhoAnswered } from '../app/whoAnswered.ts'
import { consultingPermissions } from '../permissions.ts'
import { formOf as consultationForm } from '../settings.ts'
import { consultationPage, consultationPath, printable } from './consultation.view.ts'
import {
  type Consultation,
  askFaults,
  askForm,
  firstAsk,
  noViews,
  returnedFaults,
  returnedForm,
} from './consultation.form.ts'
import { paperPage } from './paper.view.ts'

/** What the page of a review's consultation needs. */
export interface ConsultationDeps extends SeeingDeps {
  asking: AskingForViews
  noteReturned: NoteReturned
  readAnswers: ReadAnswers
  outbox: Pick<Outbox, 'ofReview'>
  whoAnswered: WhoAnswered
  originOf: (request: FastifyRequest) => string
  /** The authority’s own pictures. */
  picturesOf: (authority: string) => Promise<PictureSet>
}

const query = z.object({ done: textFilter })
type OfReview = { Params: { ref: string } }
type OfForm = { Params: { ref: string; form: string } }
type Shown = Parameters<typeof consultationPage>

/** Whom a review asks, who has answered and what; the same forms on paper. */
export const consultationRoutes =
  ({
    worldsFor,
    today,
    asking,
    noteReturned,
    readAnswers,
    outbox,
    whoAnswered,
    originOf,
    picturesOf,
  }: ConsultationDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.send, section: reviewsSection } as const

    /** Throws `PageNotFound` where there is no such review, or not for the user. */
    async function seen(request: FastifyRequest<OfReview>): Promise<Consultation> {
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
      const by = { by: actorOf(request), authority: request.authority }
      const mayRead = request.may(consultingPermissions.read)
      const answers = mayRead ? await readAnswers(by, world, { child, reviewRef: ref }) : []
      const around = contactsOf(recordsOf(world, contacts), child).map(({ contactRef }) => contactRef)
      const answered = await whoAnswered(code, ref, around)
      return { world, booking, messages, answers, answered, code }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      consultation: Consultation,
      typed: Partial<Shown[1]> = {},
      faults: Shown[2] = {},
    ): FastifyReply {
      showed(request, 'looked at the views before a review', [consultation.booking.review.child])
      const page = consultationPage(
        consultation,
        { ask: typed.ask ?? firstAsk(consultation), returned: typed.returned ?? noViews() },
        faults,
        {
          csrfToken: reply.generateCsrf(),
          done: query.parse(request.query).done,
          maySend: request.may(consultingPermissions.send),
          mayPrepare: request.may(consultingPermissions.read),
        },
      )
      return reply.code(page.errors.length > 0 ? 400 : 200).view('consulting/web/consultation.njk', page)
    }

    const by = (request: FastifyRequest, { booking }: Consultation) => ({
      by: actorOf(request),
      authority: request.authority,
      origin: originOf(request),
      child: booking.review.child,
      reviewRef: booking.review.reviewRef,
    })
    const done = (request: FastifyRequest<OfReview>, reply: FastifyReply, what: string) => {
      logged(request)
      return reply.redirect(
        withQuery(consultationPath(request.authority.code, request.params.ref), { done: what }),
        303,
      )
    }

    app.get<OfReview>('/reviews/:ref/consultation', { config }, async (request, reply) =>
      show(request, reply, await seen(request)),
    )

    app.post<OfReview>('/reviews/:ref/consultation', { config }, async (request, reply) => {
      const consultation = await seen(request)
      const { typed, values, faults } = askForm(consultation).read(request.body)
      if (values === null) return show(request, reply, consultation, { ask: typed }, { ask: faults })
      const problems = await asking.ask({
        ...by(request, consultation),
        contactRefs: values.contacts,
        childForm: values.childForm,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, consultation, { ask: typed }, { ask: askFaults(problems) })
      return done(request, reply, 'asked')
    })

    app.post<OfReview>('/reviews/:ref/consultation/remind', { config }, async (request, reply) => {
      const consultation = await seen(request)
      const problems = await asking.remind(by(request, consultation))
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, consultation, {}, { ask: askFaults(problems) })
      return done(request, reply, 'reminded')
    })

    app.post<OfReview>('/reviews/:ref/consultation/returned', { config }, async (request, reply) => {
      const consultation = await seen(request)
      const { typed, values, faults } = returnedForm.read(request.body)
      if (values === null) return show(request, reply, consultation, { returned: typed }, { returned: faults })
      const problems = await noteReturned({ ...by(request, consultation), entry: values })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        return show(request, reply, consultation, { returned: typed }, { returned: returnedFaults(problems) })
      }
      return done(request, reply, 'noted')
    })

    app.get<OfForm>('/reviews/:ref/consultation/paper/:form', { config }, async (request, reply) => {
      const { code } = request.authority
      const { ref, form } = request.params
      const world = await worldsFor(request).onDay(code, today(), null)
      const booking = bookings(world).get(ref)
      const name = printable(form)
      if (!booking || name === null) throw new PageNotFound()
      showed(request, 'printed a form for a review', [booking.review.child])
      const { settings } = world
      const shown = { settings, pictures: await picturesOf(code) }
      const page = paperPage(consultationForm(settings, name), shown, request.authority)
      const back = { href: consultationPath(code, ref), text: 'Views before the review' }
      return reply.view('consulting/web/paper.njk', { ...page, back })
    })
  }
