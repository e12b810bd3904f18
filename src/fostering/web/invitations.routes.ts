import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Inviting } from '../../inviting/app/inviting.ts'
import { invitationsPage } from '../../inviting/web/invitations.view.ts'
import { type Invitations, firstInviting, invitingFaults, invitingForm } from '../../inviting/web/invitations.form.ts'
import type { World } from '../../children/domain/world.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Providers } from '../../messages/app/provider.ts'
import { type Message, childOfContact } from '../../messages/domain/message.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import type { FaultIn } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import { whoInHousehold } from '../app/householdSubject.ts'
import { fosteringPermissions } from '../permissions.ts'
import { householdParties } from '../registers/fosterHouseholds.ts'
import { fosteringSection } from '../sections.ts'
import { fosteringPath } from './paths.ts'
import { type OfReview, type ReviewAskedDeps, reviewAsked } from './reviewAsked.ts'

/** What the page of invitations to a household's review needs. */
export interface HouseholdInvitationsDeps extends ReviewAskedDeps {
  inviting: Pick<Inviting, 'inviteOther'>
  providers: Providers
  outbox: Pick<Outbox, 'ofReview'>
  /** Where browsers find the server. */
  originOf: (request: FastifyRequest) => string
}

/** Those to the household itself and to people around children whom the user sees: others tell that a child is there. */
function messagesSeen(messages: readonly Message[], world: World, carerRef: string): Message[] {
  const around = new Set(contactsOf(recordsOf(world, contacts), carerRef).map(({ contactRef }) => contactRef))
  return messages.filter(
    (message) => around.has(message.contactRef) || Object.hasOwn(householdParties, childOfContact(message)),
  )
}

const done = doneWords({
  invited: 'Invitations to the people that you ticked are written. Below is where each stands.',
})

/** Whom a review of a household is told to: the page of children's reviews, for a household. */
export const householdInvitationRoutes =
  ({ inviting, outbox, providers, originOf, ...deps }: HouseholdInvitationsDeps): Routes =>
  (app) => {
    const config = { permission: fosteringPermissions.manage, section: fosteringSection } as const
    const pattern = '/fostering/:household/reviews/:day/invitations'

    async function seen(request: FastifyRequest<OfReview>) {
      const { code } = request.authority
      const { carerRef, booking, world, children } = await reviewAsked(request, deps)
      const { reviewRef } = booking.review
      const invitations: Invitations = {
        reviewRef,
        child: carerRef,
        words: {
          about: `Household ${carerRef}`,
          people: 'Who is in the household',
          nobody: 'Nobody is recorded who may be invited to this review.',
          everyone: 'Everyone who may be invited knows, or will be told.',
          whoIs: whoInHousehold,
        },
        booking,
        world,
        messages: messagesSeen(await outbox.ofReview(code, reviewRef), world, carerRef),
        authority: request.authority,
        providers,
      }
      return {
        invitations,
        children,
        path: fosteringPath(code, carerRef, 'reviews', request.params.day, 'invitations'),
      }
    }

    const show = (
      request: FastifyRequest,
      reply: FastifyReply,
      { invitations, children, path }: Awaited<ReturnType<typeof seen>>,
      typed = firstInviting(invitations),
      faults: readonly FaultIn<ReturnType<typeof invitingForm>>[] = [],
    ) => {
      showed(request, 'looked at the invitations to a fostering review', children)
      const { code } = request.authority
      const carerRef = invitations.child
      const page = invitationsPage(invitations, typed, faults, { csrfToken: reply.generateCsrf() })
      const peopleHref = fosteringPath(code, carerRef, 'people')
      return reply.code(faults.length > 0 ? 400 : 200).view('inviting/web/invitations.njk', {
        ...page,
        back: { href: fosteringPath(code, carerRef), text: `Household ${carerRef}` },
        action: path,
        contactsHref: peopleHref,
        unreachable: page.unreachable.map((one) => ({ ...one, href: peopleHref })),
        done: done.of(request),
      })
    }

    app.get<OfReview>(pattern, { config }, async (request, reply) => show(request, reply, await seen(request)))

    app.post<OfReview>(pattern, { config }, async (request, reply) => {
      const of = await seen(request)
      const { invitations, children, path } = of
      const { typed, values, faults } = invitingForm(invitations).read(request.body)
      if (values === null) return show(request, reply, of, typed, faults)
      const shown = new Set(recordsOf(invitations.world, contacts).flatMap((one) => (one.child === invitations.child ? [one.contactRef] : []))) // prettier-ignore
      const problems = await inviting.inviteOther({
        authority: request.authority,
        by: actorOf(request),
        origin: originOf(request),
        child: invitations.child,
        children,
        world: invitations.world,
        reviewRef: invitations.reviewRef,
        contactRefs: values.contacts.filter((ref) => shown.has(ref)),
        reason: typed.reason,
        when: values.when,
        replaces: values.seen,
      })
      if (problems.length > 0) return show(request, reply, of, typed, invitingFaults(problems))
      logged(request)
      return reply.redirect(done.path(path, 'invited'), 303)
    })
  }
