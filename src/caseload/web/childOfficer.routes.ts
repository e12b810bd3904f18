import { bookingPermissions } from '../../booking/permissions.ts'
import { caseloadPermissions } from '../permissions.ts'
import { childrenSection } from '../../children/sections.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { Caseload } from '../app/caseload.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { type TypedOfChild, childOfficerPage } from './childOfficer.view.ts'
import { endFaults, endForm, giveFaults, giveForm, tieFaults, tieForm } from './childOfficer.form.ts'
import { type Done, doneWordsOf } from './done.ts'
import { officerItems } from './words.ts'

/** What the page of a child's officer needs. */
export interface ChildOfficerDeps {
  worldsFor: (request: FastifyRequest) => Worlds
  caseload: Caseload
  outbox: Outbox | null
  today: () => PlainDate
}

type OfChild = { Params: { child: string } }

/** Whose officer a child's is: history, giving the child to another, the family. */
export const childOfficerRoutes =
  ({ worldsFor, caseload, outbox, today }: ChildOfficerDeps): Routes =>
  (app) => {
    const read = { permission: caseloadPermissions.readAllocations, section: childrenSection } as const
    const manage = { permission: caseloadPermissions.manageAllocations, section: childrenSection } as const

    async function show(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      sent: TypedOfChild,
    ): Promise<FastifyReply> {
      const { code } = request.authority
      const { child } = request.params
      const worlds = worldsFor(request)
      const own = await worlds.ofChild(code, child, today(), null)
      if (!isKnown(own, child)) throw new PageNotFound()
      const [world, messages] = await Promise.all([
        caseloadWorld(worlds, code, today()),
        outbox === null ? null : outbox.ofChild(code, child),
      ])
      showed(request, 'looked at the child’s officers', [child])
      const asked = {
        child,
        own,
        caseload: world,
        messages,
        mayManage: request.may(caseloadPermissions.manageAllocations),
        mayAsk: request.may(caseloadPermissions.writeRequests),
        done: doneWordsOf(request),
      }
      const page = childOfficerPage(asked, sent, code, reply.generateCsrf())
      return reply
        .code(page.errors.length > 0 ? 400 : 200)
        .view('caseload/web/childOfficer.njk', { ...page, mayBook: request.may(bookingPermissions.book) })
    }

    const acting = (request: FastifyRequest) => ({ by: actorOf(request), authority: request.authority })

    function saved(request: FastifyRequest<OfChild>, reply: FastifyReply, done: Done): FastifyReply {
      const { child } = request.params
      logged(request)
      return reply.redirect(
        withQuery(authorityPath(request.authority.code, 'children', child, 'officer'), { done }),
        303,
      )
    }

    app.get<OfChild>('/children/:child/officer', { config: read }, (request, reply) => show(request, reply, {}))

    app.post<OfChild>('/children/:child/officer', { config: manage }, async (request, reply) => {
      const { child } = request.params
      const world = await caseloadWorld(worldsFor(request), request.authority.code, today())
      // All officers, not only those suggested: of the others it is said why they can’t be this child’s.
      const { typed, values, faults } = giveForm(officerItems(recordsOf(world, officers))).read(request.body)
      if (values === null) return show(request, reply, { give: { typed, faults } })
      const { officerId, replaces } = values
      const newAllocations = [{ child, officerId: officerId ?? '', replaces: replaces === '' ? null : replaces }]
      const { reason, note, apartReason } = typed
      const day = values.day ?? today()
      const outcome = await caseload.giveChildren({
        ...acting(request),
        newAllocations,
        day,
        reason,
        note,
        apartReason,
      })
      if (outcome === null) throw new PageNotFound()
      const { problems } = outcome
      if (problems.length > 0) return show(request, reply, { give: { typed, faults: giveFaults(problems) } })
      return saved(
        request,
        reply,
        newAllocations.some(({ replaces }) => replaces !== null) ? 'handed_over' : 'allocated',
      )
    })

    app.post<OfChild>('/children/:child/officer/end', { config: manage }, async (request, reply) => {
      const { child } = request.params
      const { typed, values, faults } = endForm.read(request.body)
      if (values === null) return show(request, reply, { end: { typed, faults } })
      const { endDay, replaces } = values
      const problems = await caseload.endAllocation({ ...acting(request), child, day: endDay ?? today(), replaces })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, { end: { typed, faults: endFaults(problems) } })
      return saved(request, reply, 'ended')
    })

    app.post<OfChild>('/children/:child/officer/family', { config: manage }, async (request, reply) => {
      const { child } = request.params
      const { typed, values, faults } = tieForm.read(request.body)
      if (values === null) return show(request, reply, { tie: { typed, faults } })
      const tie = { child, relative: typed.relative.toUpperCase(), is: values.is, apartReason: typed.tieApartReason }
      const problems = await caseload.tieFamily({ ...acting(request), ...tie })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return show(request, reply, { tie: { typed, faults: tieFaults(problems) } })
      return saved(request, reply, 'family')
    })

    app.post<OfChild>('/children/:child/officer/letters', { config: manage }, async (request, reply) => {
      const { child } = request.params
      const drafted = await caseload.writeLetters({ ...acting(request), child })
      if (drafted === null) throw new PageNotFound()
      return saved(request, reply, 'letters')
    })
  }
