import { caseloadPermissions } from '../permissions.ts'
import { caseloadSection } from '../sections.ts'
import { childrenSection } from '../../children/sections.ts'
import { recordsOf } from '../../world/world.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import type { Caseload } from '../app/caseload.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { askFaults, askForm, askPage, decideFaults, decideForm, decidePage } from './request.view.ts'
import type { Done } from './done.ts'
import { tabsFor } from './tabs.ts'
import { childrenOnWaiting, requestsPage, waitingPage, waitingTable } from './waiting.view.ts'

/** What the lists of who waits need. */
export interface WaitingDeps {
  worldsFor: (request: FastifyRequest) => Worlds
  caseload: Pick<Caseload, 'requests'>
  today: () => PlainDate
}

type OfChild = { Params: { child: string } }
type OfRequest = { Params: { child: string; on: string } }

/** Who waits for an officer, and the wishes for another: writing them down and deciding on them. */
export const waitingRoutes =
  ({ worldsFor, caseload, today }: WaitingDeps): Routes =>
  (app) => {
    const read = { permission: caseloadPermissions.readAllocations, section: caseloadSection } as const
    const ask = { permission: caseloadPermissions.writeRequests, section: childrenSection } as const
    const manage = { permission: caseloadPermissions.manageAllocations, section: childrenSection } as const
    const worldNow = (request: FastifyRequest) => caseloadWorld(worldsFor(request), request.authority.code, today())

    app.get('/caseload/waiting', { config: read }, async (request, reply) => {
      const mayManage = request.may(caseloadPermissions.manageAllocations)
      const { code } = request.authority
      const page = waitingPage(await worldNow(request), mayManage, code, tabsFor(request, 'waiting'))
      showed(request, 'looked at who waits for an officer', childrenOnWaiting(page))
      return reply.view('caseload/web/waiting.njk', page)
    })

    app.get('/caseload/waiting.csv', { config: read }, async (request, reply) => {
      const rows = waitingTable(await worldNow(request))
      showed(
        request,
        'took away who waits for an officer as a file',
        rows.slice(1).map(([child]) => String(child)),
      )
      return sendCsv(reply, `waiting-${today().toString()}`, rows)
    })

    app.get('/caseload/requests', { config: read }, async (request, reply) => {
      const mayManage = request.may(caseloadPermissions.manageAllocations)
      const { code } = request.authority
      const page = requestsPage(await worldNow(request), mayManage, code, tabsFor(request, 'requests'))
      showed(
        request,
        'looked at wishes for another officer',
        page.rows.map(({ child }) => child),
      )
      return reply.view('caseload/web/requests.njk', page)
    })

    /** The world of the child that the address names, where it may be seen. */
    async function seen(request: FastifyRequest<OfChild>) {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      return world
    }

    /** Those who may not see whose officer is whose come from the child's page, and go back there. */
    function backOf(request: FastifyRequest<OfChild>): { href: string; text: string } {
      const { child } = request.params
      const path = authorityPath(request.authority.code, 'children', child)
      return request.may(caseloadPermissions.readAllocations)
        ? { href: `${path}/officer`, text: `IRO of child ${child}` }
        : { href: path, text: `Child ${child}` }
    }

    function showAsk(
      request: FastifyRequest<OfChild>,
      reply: FastifyReply,
      typed: TypedIn<typeof askForm>,
      faults: readonly FaultIn<typeof askForm>[],
    ): FastifyReply {
      const { child } = request.params
      showed(request, 'wrote of a wish for another officer', [child])
      const of = { child, back: backOf(request) }
      const page = askPage(of, typed, faults, request.authority.code, reply.generateCsrf())
      return reply.code(faults.length > 0 ? 400 : 200).view('caseload/web/ask.njk', page)
    }

    app.get<OfChild>('/children/:child/officer/ask', { config: ask }, async (request, reply) => {
      await seen(request)
      return showAsk(request, reply, askForm.first(), [])
    })

    app.post<OfChild>('/children/:child/officer/ask', { config: ask }, async (request, reply) => {
      const { typed, values, faults } = askForm.read(request.body)
      const { child } = request.params
      if (values === null) {
        await seen(request)
        return showAsk(request, reply, typed, faults)
      }
      const problems = await caseload.requests.ask({
        by: actorOf(request),
        authority: request.authority,
        child,
        on: values.on ?? today(),
        askedBy: values.askedBy,
        reason: typed.reason,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return showAsk(request, reply, typed, askFaults(problems))
      logged(request)
      return reply.redirect(withQuery(backOf(request).href, { done: 'asked' satisfies Done }), 303)
    })

    async function showDecide(
      request: FastifyRequest<OfRequest>,
      reply: FastifyReply,
      typed: TypedIn<typeof decideForm>,
      faults: readonly FaultIn<typeof decideForm>[],
    ): Promise<FastifyReply> {
      const { child, on } = request.params
      const world = await seen(request)
      const found = recordsOf(world, officerRequests).find((one) => one.child === child && one.on.toString() === on)
      if (!found) throw new PageNotFound()
      showed(request, 'looked at a wish for another officer', [child])
      const page = decidePage(found, typed, faults, request.authority.code, reply.generateCsrf())
      return reply.code(faults.length > 0 ? 400 : 200).view('caseload/web/decide.njk', page)
    }

    app.get<OfRequest>('/children/:child/officer/requests/:on', { config: manage }, (request, reply) =>
      showDecide(request, reply, decideForm.first(), []),
    )

    app.post<OfRequest>('/children/:child/officer/requests/:on', { config: manage }, async (request, reply) => {
      const { typed, values, faults } = decideForm.read(request.body)
      if (values === null) return showDecide(request, reply, typed, faults)
      const { child } = request.params
      const on = readDay(request.params.on)
      if (on === null) throw new PageNotFound()
      const problems = await caseload.requests.decide({
        by: actorOf(request),
        authority: request.authority,
        child,
        on,
        decision: values.decision,
        reason: typed.reason,
      })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) return showDecide(request, reply, typed, decideFaults(problems))
      logged(request)
      // Agreed: the new officer is chosen next, on the same page.
      const path = authorityPath(request.authority.code, 'children', child, 'officer')
      return reply.redirect(withQuery(path, { done: 'decided' satisfies Done }), 303)
    })
  }
