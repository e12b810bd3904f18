import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { PictureSet } from '../../documents/pictures.ts'
import type { Permission } from '../../house/permission.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import type { SeeingDeps } from '../../participation/web/childSeen.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Section } from '../../platform/web/sections.ts'
import { recordsOf } from '../../world/world.ts'
import type { ReadAnswers } from '../app/answers.ts'
import type { AskingForViews } from '../app/asking.ts'
import type { NoteReturned } from '../app/returned.ts'
import type { WhoAnswered } from '../app/whoAnswered.ts'
import { consultingPermissions } from '../permissions.ts'
import { consultationForm } from '../formsInUse.ts'
import { consultationPage, consultationPath, printable } from './consultation.view.ts'
import {
  type Consultation,
  askFaults,
  askForm,
  firstAsk,
  noViews,
  returnedFaults,
  returnedForm,
  whoseViews,
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

/** Which review a page is about, as the user may see it, before it is known what was sent and said. */
export type ConsultedReview = Pick<Consultation, 'world' | 'booking' | 'subject' | 'place'>

/** Where the pages stand, and how the review of an address is found. */
export interface ConsultationPages<Params> {
  /** `/reviews/:ref/consultation`. */
  pattern: string
  config: { permission: Permission; section: Section }
  /** Throws `PageNotFound` where there is no such review, or not for the user. */
  find: (request: FastifyRequest<{ Params: Params }>) => Promise<ConsultedReview>
  /** Who may read what was said. */
  readBy: Permission
}

const query = z.object({ done: textFilter })
const withForm = z.object({ form: z.string() })
type Shown = Parameters<typeof consultationPage>

/** Whom a review asks, who has answered and what; the same forms on paper. Of a child's review, or of a subject that is no child. */
export const consultationPages =
  <Params extends object>(
    {
      asking,
      noteReturned,
      readAnswers,
      outbox,
      whoAnswered,
      originOf,
      picturesOf,
    }: Omit<ConsultationDeps, 'worldsFor' | 'today'>,
    { pattern, config, find, readBy }: ConsultationPages<Params>,
  ): Routes =>
  (app) => {
    type OfReview = { Params: Params }

    async function seen(request: FastifyRequest<OfReview>): Promise<Consultation> {
      const { code } = request.authority
      const found = await find(request)
      const { child, reviewRef } = found.booking.review
      const { world, subject } = found
      const by = { by: actorOf(request), authority: request.authority }
      const [messages, answers] = await Promise.all([
        outbox.ofReview(code, reviewRef),
        request.may(readBy) ? readAnswers(by, world, { child, reviewRef, subject }) : [],
      ])
      const around = contactsOf(recordsOf(world, contacts), child).map(({ contactRef }) => contactRef)
      const answered = await whoAnswered(code, reviewRef, around)
      return { ...found, messages, answers, answered, code }
    }

    const childrenOf = ({ subject, booking }: ConsultedReview) => subject?.children ?? [booking.review.child]

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      consultation: Consultation,
      typed: Partial<Shown[1]> = {},
      faults: Shown[2] = {},
    ): FastifyReply {
      showed(request, 'looked at the views before a review', childrenOf(consultation))
      const page = consultationPage(
        consultation,
        { ask: typed.ask ?? firstAsk(consultation), returned: typed.returned ?? noViews(consultation) },
        faults,
        {
          csrfToken: reply.generateCsrf(),
          done: query.parse(request.query).done,
          maySend: request.may(config.permission),
        },
      )
      return reply.code(page.errors.length > 0 ? 400 : 200).view('consulting/web/consultation.njk', page)
    }

    const by = (request: FastifyRequest, { booking, subject }: Consultation) => ({
      by: actorOf(request),
      authority: request.authority,
      origin: originOf(request),
      child: booking.review.child,
      reviewRef: booking.review.reviewRef,
      subject,
    })
    const done = (request: FastifyRequest, reply: FastifyReply, { place }: Consultation, what: string) => {
      logged(request)
      return reply.redirect(withQuery(place.path(), { done: what }), 303)
    }

    app.get<OfReview>(pattern, { config }, async (request, reply) => show(request, reply, await seen(request)))

    app.post<OfReview>(pattern, { config }, async (request, reply) => {
      const consultation = await seen(request)
      const { typed, values, faults } = askForm(consultation).read(request.body)
      if (values === null) return show(request, reply, consultation, { ask: typed }, { ask: faults })
      const problems = await asking.ask({
        ...by(request, consultation),
        contactRefs: values.contacts,
        childForm: values.childForm,
        replaces: values.seen,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        // Who was asked meanwhile is no longer ticked.
        const again = problems.some(({ code }) => code === 'changed_meanwhile') ? {} : { ask: typed }
        return show(request, reply, consultation, again, { ask: askFaults(problems) })
      }
      return done(request, reply, consultation, 'asked')
    })

    app.post<OfReview>(`${pattern}/remind`, { config }, async (request, reply) => {
      const consultation = await seen(request)
      const problems = await asking.remind(by(request, consultation))
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, consultation, {}, { ask: askFaults(problems) })
      return done(request, reply, consultation, 'reminded')
    })

    app.post<OfReview>(`${pattern}/returned`, { config }, async (request, reply) => {
      const consultation = await seen(request)
      const { typed, values, faults } = returnedForm(consultation).read(request.body)
      if (values === null) return show(request, reply, consultation, { returned: typed }, { returned: faults })
      const { party: whose, ...said } = values
      const entry = { ...said, ...whoseViews(consultation, whose) }
      const problems = await noteReturned({ ...by(request, consultation), entry })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        return show(request, reply, consultation, { returned: typed }, { returned: returnedFaults(problems) })
      }
      return done(request, reply, consultation, 'noted')
    })

    app.get<OfReview>(`${pattern}/paper/:form`, { config }, async (request, reply) => {
      const found = await find(request)
      const name = printable(withForm.parse(request.params).form)
      if (name === null) throw new PageNotFound()
      showed(request, 'printed a form for a review', childrenOf(found))
      const { settings } = found.world
      const shown = { settings, pictures: await picturesOf(request.authority.code) }
      const page = paperPage(consultationForm(settings, name), shown, request.authority, found.subject === null)
      return reply.view('consulting/web/paper.njk', {
        ...page,
        back: { href: found.place.path(), text: 'Views before the review' },
      })
    })
  }

/** Whom a review of a child asks. */
export const consultationRoutes = ({ worldsFor, today, ...deps }: ConsultationDeps): Routes =>
  consultationPages<{ ref: string }>(deps, {
    pattern: '/reviews/:ref/consultation',
    config: { permission: consultingPermissions.send, section: reviewsSection },
    readBy: consultingPermissions.read,
    find: async (request) => {
      const { code } = request.authority
      const { ref } = request.params
      const worlds = worldsFor(request)
      const booking = bookings(await worlds.onDay(code, today(), null)).get(ref)
      if (!booking) throw new PageNotFound()
      const { child } = booking.review
      return {
        world: await worlds.ofChild(code, child, today(), null),
        booking,
        subject: null,
        place: {
          about: `Child ${child}`,
          back: { href: authorityPath(code, 'reviews', ref), text: 'The review' },
          path: (...parts) => consultationPath(code, ref, ...parts),
          people: {
            href: authorityPath(code, 'children', child, 'contacts'),
            text: 'People involved with the child',
            empty: 'Nobody has been entered yet who is involved with the child.',
          },
          preparationHref: request.may(consultingPermissions.read) ? authorityPath(code, 'reviews', ref, 'preparation') : null, // prettier-ignore
        },
      }
    },
  })
