import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { versionOf } from '../../registers/version.ts'
import { recordsOf } from '../../world/world.ts'
import type { Households } from '../app/households.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { fosteringSection } from '../sections.ts'
import { fosteringPath } from './paths.ts'
import { approvalFaults, approvalForm, memberFaults, memberForm } from './people.view.ts'

/** What the pages of approvals and of who lives in a household need. */
export interface PeopleDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  households: Households
}

type OfHousehold = { Params: { household: string } }

/** What the page of a household says after something of it was saved. */
export const peopleDone = doneWords({ approval: 'The approval is saved.', member: 'Who is in the household is saved.' })

/** A new household, its approval, and who is in it. */
export const peopleRoutes =
  ({ worldsFor, today, households }: PeopleDeps): Routes =>
  (app) => {
    const config = { permission: fosteringPermissions.manage, section: fosteringSection } as const

    async function carerOf(request: FastifyRequest<OfHousehold>) {
      const world = await worldsFor(request).onDay(request.authority.code, today(), null)
      const carer = recordsOf(world, fosterCarers).find(({ carerRef }) => carerRef === request.params.household)
      if (!carer) throw new PageNotFound()
      showed(request, 'looked at the approval of a fostering household', [])
      return carer
    }

    /** Shows the form of an approval; of a new household without a reference. */
    const showApproval = (
      request: FastifyRequest,
      reply: FastifyReply,
      ref: string | null,
      shown: object,
      status = 200,
    ) => {
      const { code } = request.authority
      const back = ref === null ? { href: fosteringPath(code), text: 'Fostering households' } : { href: fosteringPath(code, ref), text: `Household ${ref}` } // prettier-ignore
      return reply.code(status).view('fostering/web/approval.njk', {
        title: ref === null ? 'Add a household' : `Approval of household ${ref}`,
        back,
        isNew: ref === null,
        action: ref === null ? fosteringPath(code, 'households', 'new') : fosteringPath(code, ref, 'approval'),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })
    }

    app.get('/fostering/households/new', { config }, (request, reply) => {
      showed(request, 'began to add a fostering household', [])
      return showApproval(request, reply, null, approvalForm.shown(approvalForm.first()))
    })
    app.post('/fostering/households/new', { config }, async (request, reply) => {
      const { authority } = request
      const { typed, values, faults } = approvalForm.read(request.body)
      const problems = values && (await households.saveApproval({ authority, by: actorOf(request), entry: values, replaces: null })) // prettier-ignore
      logged(request)
      const wrong = problems === null ? faults : approvalFaults(problems)
      if (values === null || wrong.length > 0)
        return showApproval(request, reply, null, approvalForm.shown(typed, wrong), 400)
      return reply.redirect(peopleDone.path(fosteringPath(authority.code, values.carerRef ?? ''), 'approval'), 303)
    })

    app.get<OfHousehold>('/fostering/:household/approval', { config }, async (request, reply) => {
      const carer = await carerOf(request)
      const first = approvalForm.first({ ...carer, replaces: versionOf(carer) })
      return showApproval(request, reply, carer.carerRef, approvalForm.shown(first))
    })
    app.post<OfHousehold>('/fostering/:household/approval', { config }, async (request, reply) => {
      const { carerRef } = await carerOf(request)
      const { authority } = request
      const { typed, values, faults } = approvalForm.read(request.body)
      const entry = values && { ...values, carerRef }
      const problems = entry && (await households.saveApproval({ authority, by: actorOf(request), entry, replaces: entry.replaces })) // prettier-ignore
      const wrong = problems === null ? faults : approvalFaults(problems)
      if (wrong.length > 0) return showApproval(request, reply, carerRef, approvalForm.shown(typed, wrong), 400)
      logged(request)
      return reply.redirect(peopleDone.path(fosteringPath(authority.code, carerRef), 'approval'), 303)
    })

    const showMember = (request: FastifyRequest, reply: FastifyReply, ref: string, shown: object, status = 200) =>
      reply.code(status).view('fostering/web/member.njk', {
        title: 'Who is in the household',
        caption: `Household ${ref}`,
        back: { href: fosteringPath(request.authority.code, ref), text: `Household ${ref}` },
        action: fosteringPath(request.authority.code, ref, 'people'),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })

    app.get<OfHousehold>('/fostering/:household/people', { config }, async (request, reply) => {
      const { carerRef } = await carerOf(request)
      return showMember(request, reply, carerRef, memberForm.shown(memberForm.first()))
    })
    app.post<OfHousehold>('/fostering/:household/people', { config }, async (request, reply) => {
      const { carerRef } = await carerOf(request)
      const { authority } = request
      const { typed, values, faults } = memberForm.read(request.body)
      const problems =
        values && (await households.saveMember({ authority, by: actorOf(request), carerRef, entry: values }))
      const wrong = problems === null ? faults : memberFaults(problems)
      if (wrong.length > 0) return showMember(request, reply, carerRef, memberForm.shown(typed, wrong), 400)
      logged(request)
      return reply.redirect(peopleDone.path(fosteringPath(authority.code, carerRef), 'member'), 303)
    })
  }
