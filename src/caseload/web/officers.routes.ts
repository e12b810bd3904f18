import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/deeds.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import type { Caseload } from '../app/caseload.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import type { AllocationProblem } from '../domain/allocationProblems.ts'
import { type HandOverForm, givingsIn, handOverForm, handOverPage } from './handOver.view.ts'
import {
  type TypedOfOfficer,
  absenceEndForm,
  absenceForm,
  officerEntryOf,
  officerForm,
  officerPage,
  officersPage,
} from './officers.view.ts'
import { tabsFor } from './tabs.ts'

/** What the pages of officers need. */
export interface OfficersDeps {
  worldsFor: (request: FastifyRequest) => Worlds
  caseload: Caseload
  today: () => PlainDate
}

type OfOfficer = { Params: { officer: string } }
type OfAbsence = { Params: { officer: string; from: string } }

/** The officers: who they are, when they are away, and what becomes of their children when they leave. */
export const officersRoutes =
  ({ worldsFor, caseload, today }: OfficersDeps): Routes =>
  (app) => {
    const config = { permission: 'officers.manage', section: 'caseload' } as const
    const worldNow = (request: FastifyRequest) => caseloadWorld(worldsFor(request), request.authority.code, today())
    const acting = (request: FastifyRequest) => ({ by: actorOf(request), authority: request.authority })

    async function officerNow(request: FastifyRequest<OfOfficer>): Promise<{ world: World; officer: OfficerFact }> {
      const world = await worldNow(request)
      const officer = recordsOf(world, officers).find(({ officerId }) => officerId === request.params.officer)
      if (!officer) throw new PageNotFound()
      return { world, officer }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      { world, officer }: { world: World; officer: OfficerFact | null },
      typed: TypedOfOfficer,
    ): FastifyReply {
      const page = officerPage(world, officer, typed, request.authority.code, reply.generateCsrf())
      const children = page.without?.children.map(({ child }) => child) ?? []
      showed(request, 'looked at who would be without an officer', children)
      return reply.code(page.errors.length > 0 ? 400 : 200).view('caseload/web/officer.njk', page)
    }

    const toOfficer = (request: FastifyRequest, reply: FastifyReply, officerId: string): FastifyReply =>
      reply.redirect(authorityPath(request.authority.code, 'caseload', 'officers', officerId), 303)

    app.get('/caseload/officers', { config }, async (request, reply) => {
      const page = officersPage(await worldNow(request), request.authority.code, tabsFor(request, 'officers'))
      return reply.view('caseload/web/officers.njk', page)
    })

    app.get('/caseload/officers/new', { config }, async (request, reply) =>
      show(request, reply, { world: await worldNow(request), officer: null }, {}),
    )

    app.post('/caseload/officers/new', { config }, async (request, reply) => {
      const form = officerForm.parse(request.body)
      const entry = officerEntryOf(form, form.officerId)
      const problems = await caseload.saveOfficer({ ...acting(request), entry, replaces: null })
      if (problems.length > 0) {
        return show(request, reply, { world: await worldNow(request), officer: null }, { officer: { form, problems } })
      }
      return toOfficer(request, reply, entry.officerId)
    })

    app.get<OfOfficer>('/caseload/officers/:officer', { config }, async (request, reply) =>
      show(request, reply, await officerNow(request), {}),
    )

    app.post<OfOfficer>('/caseload/officers/:officer', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const form = officerForm.parse(request.body)
      const { officerId } = found.officer
      const asked = { ...acting(request), entry: officerEntryOf(form, officerId), replaces: form.replaces }
      const problems = await caseload.saveOfficer(asked)
      if (problems.length > 0) return show(request, reply, found, { officer: { form, problems } })
      return toOfficer(request, reply, officerId)
    })

    app.post<OfOfficer>('/caseload/officers/:officer/absences', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const form = absenceForm.parse(request.body)
      const { officerId } = found.officer
      const entry = { officerId, from: readDay(form.from), to: readDay(form.to), kind: form.kind }
      const problems = await caseload.absences.enter({ ...acting(request), entry })
      if (problems.length > 0) return show(request, reply, found, { absence: { form, problems } })
      return toOfficer(request, reply, officerId)
    })

    app.post<OfAbsence>('/caseload/officers/:officer/absences/:from', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const { until, replaces } = absenceEndForm.parse(request.body)
      const from = readDay(request.params.from)
      if (from === null) throw new PageNotFound()
      const { officerId } = found.officer
      const asked = { ...acting(request), officerId, from, to: readDay(until), replaces }
      const problems = await caseload.absences.changeEnd(asked)
      if (problems.length > 0) {
        return show(request, reply, found, { absenceEnd: { from: from.toString(), until, problems } })
      }
      return toOfficer(request, reply, officerId)
    })

    const manage = { permission: 'allocations.manage', section: 'caseload' } as const

    async function showHandOver(
      request: FastifyRequest<OfOfficer>,
      reply: FastifyReply,
      form: HandOverForm | null,
      problems: readonly AllocationProblem[],
    ): Promise<FastifyReply> {
      const { world, officer } = await officerNow(request)
      const page = handOverPage(world, officer, form, problems, request.authority.code, reply.generateCsrf())
      showed(
        request,
        'looked at whom to hand over',
        page.rows.map(({ child }) => child),
      )
      return reply.code(problems.length > 0 ? 400 : 200).view('caseload/web/handOver.njk', page)
    }

    app.get<OfOfficer>('/caseload/officers/:officer/hand-over', { config: manage }, (request, reply) =>
      showHandOver(request, reply, null, []),
    )

    app.post<OfOfficer>('/caseload/officers/:officer/hand-over', { config: manage }, async (request, reply) => {
      const form = handOverForm.parse(request.body)
      const { reason, note, apartReason } = form
      const givings = givingsIn(form)
      const asked = { ...acting(request), givings, day: readDay(form.day), reason, note, apartReason }
      const outcome = await caseload.giveChildren(asked)
      if (outcome === null) throw new PageNotFound()
      if (outcome.problems.length > 0) return showHandOver(request, reply, form, outcome.problems)
      logged(request)
      const { officer } = request.params
      return reply.redirect(authorityPath(request.authority.code, 'caseload', 'of', officer), 303)
    })
  }
