import { participationPermissions } from '../permissions.ts'
import { childrenSection } from '../../children/sections.ts'
import { recordsOf } from '../../world/world.ts'
import { contacts, type ContactFact } from '../registers/contacts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { SaveContact } from '../app/contacts.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { type SeeingDeps, childSeen } from './childSeen.ts'
import { contactEntryOf, contactFaults, contactForm, contactPage, contactsPage, firstContact } from './contacts.view.ts'

/** What the pages of those around a child need. */
export interface ContactsDeps extends SeeingDeps {
  saveContact: SaveContact
}

const done = doneWords({ added: 'The person is added.', saved: 'The person is saved.' })

type OfChild = { Params: { child: string } }
type OfContact = { Params: { child: string; contact: string } }

/** Those around a child: who they are and how they want to hear of things. */
export const contactsRoutes =
  ({ saveContact, ...seeing }: ContactsDeps): Routes =>
  (app) => {
    const config = { permission: participationPermissions.write, section: childrenSection } as const

    async function contactOf(request: FastifyRequest<OfContact>): Promise<ContactFact> {
      const { child, contact } = request.params
      const world = await childSeen(request, child, seeing)
      const found = recordsOf(world, contacts).find((one) => one.child === child && one.contactRef === contact)
      if (!found) throw new PageNotFound()
      return found
    }

    function show(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      contact: ContactFact | null,
      typed: TypedIn<typeof contactForm>,
      faults: readonly FaultIn<typeof contactForm>[] = [],
    ): FastifyReply {
      const { child } = request.params
      showed(request, 'looked at someone around the child', [child])
      const where = { child, code: request.authority.code, csrfToken: reply.generateCsrf() }
      const page = contactPage(contact, typed, faults, where)
      return reply.code(faults.length > 0 ? 400 : 200).view('participation/web/contact.njk', page)
    }

    async function save(request: FastifyRequest<OfChild>, reply: FastifyReply, contact: ContactFact | null) {
      const { child } = request.params
      const { code } = request.authority
      const { typed, values, faults } = contactForm.read(request.body)
      if (values === null) return show(request, reply, contact, typed, faults)
      const problems = await saveContact({
        authority: request.authority,
        by: actorOf(request),
        child,
        contactRef: contact?.contactRef ?? null,
        entry: contactEntryOf(values),
        replaces: values.replaces,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, contact, typed, contactFaults(problems))
      logged(request)
      const list = authorityPath(code, 'children', child, 'contacts')
      return reply.redirect(done.path(list, contact === null ? 'added' : 'saved'), 303)
    }

    app.get<OfChild>('/children/:child/contacts', { config }, async (request, reply) => {
      const { child } = request.params
      const world = await childSeen(request, child, seeing)
      showed(request, 'looked at people involved with the child', [child])
      const page = contactsPage(recordsOf(world, contacts), child, seeing.today(), request.authority.code)
      return reply.view('participation/web/contacts.njk', { ...page, done: done.of(request) })
    })

    app.get<OfChild>('/children/:child/contacts/new', { config }, async (request, reply) => {
      await childSeen(request, request.params.child, seeing)
      return show(request, reply, null, firstContact(null))
    })
    app.post<OfChild>('/children/:child/contacts/new', { config }, async (request, reply) => {
      await childSeen(request, request.params.child, seeing)
      return save(request, reply, null)
    })

    app.get<OfContact>('/children/:child/contacts/:contact', { config }, async (request, reply) => {
      const contact = await contactOf(request)
      return show(request, reply, contact, firstContact(contact))
    })
    app.post<OfContact>('/children/:child/contacts/:contact', { config }, async (request, reply) =>
      save(request, reply, await contactOf(request)),
    )
  }
