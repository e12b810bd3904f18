import { bookingPermissions } from '../../booking/permissions.ts'
import { caseloadPermissions } from '../permissions.ts'
import { caseloadSection } from '../sections.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import type { Caseload } from '../app/caseload.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import { absenceCheckPage } from './absenceCheck.view.ts'
import { type Done, doneWordsOf } from './done.ts'
import { officersPage } from './officers.view.ts'
import { type TypedOfOfficer, officerPage } from './officer.view.ts'
import {
  absenceEndFaults,
  absenceEndForm,
  absenceFaults,
  absenceForm,
  officerEntryOf,
  officerFaults,
  officerForm,
} from './officer.form.ts'
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
    const config = { permission: caseloadPermissions.manageOfficers, section: caseloadSection } as const
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
      sent: TypedOfOfficer,
    ): FastifyReply {
      const { code } = request.authority
      const page = officerPage(world, officer, sent, code, reply.generateCsrf(), doneWordsOf(request))
      const children = page.without?.children.map(({ child }) => child) ?? []
      showed(request, 'looked at who would be without an IRO', children)
      return reply
        .code(page.errors.length > 0 ? 400 : 200)
        .view('caseload/web/officer.njk', { ...page, mayBook: request.may(bookingPermissions.book) })
    }

    function toOfficer(request: FastifyRequest, reply: FastifyReply, officerId: string, done: Done): FastifyReply {
      logged(request)
      const path = authorityPath(request.authority.code, 'caseload', 'officers', officerId)
      return reply.redirect(withQuery(path, { done }), 303)
    }

    app.get('/caseload/officers', { config }, async (request, reply) => {
      showed(request, 'looked at the officers', [])
      const page = officersPage(await worldNow(request), request.authority.code, tabsFor(request, 'officers'))
      return reply.view('caseload/web/officers.njk', page)
    })

    app.get('/caseload/officers/new', { config }, async (request, reply) =>
      show(request, reply, { world: await worldNow(request), officer: null }, {}),
    )

    app.post('/caseload/officers/new', { config }, async (request, reply) => {
      const { typed, values, faults } = officerForm.read(request.body)
      const entry = values && officerEntryOf(values, typed.officerId)
      const wrong = entry
        ? officerFaults(await caseload.saveOfficer({ ...acting(request), entry, replaces: null }))
        : faults
      if (entry === null || wrong.length > 0) {
        const nobodyYet = { world: await worldNow(request), officer: null }
        return show(request, reply, nobodyYet, { officer: { typed, faults: wrong } })
      }
      return toOfficer(request, reply, entry.officerId, 'officer_added')
    })

    app.get<OfOfficer>('/caseload/officers/:officer', { config }, async (request, reply) =>
      show(request, reply, await officerNow(request), {}),
    )

    app.post<OfOfficer>('/caseload/officers/:officer', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const { officerId } = found.officer
      const { typed, values, faults } = officerForm.read(request.body)
      if (values === null) return show(request, reply, found, { officer: { typed, faults } })
      const asked = { ...acting(request), entry: officerEntryOf(values, officerId), replaces: values.replaces }
      const problems = officerFaults(await caseload.saveOfficer(asked))
      if (problems.length > 0) return show(request, reply, found, { officer: { typed, faults: problems } })
      return toOfficer(request, reply, officerId, 'officer_saved')
    })

    app.post<OfOfficer>('/caseload/officers/:officer/absences', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const { officerId } = found.officer
      const { typed, values, faults } = absenceForm.read(request.body)
      if (values === null) return show(request, reply, found, { absence: { typed, faults } })
      const { step, ...entry } = values
      if (step === 'change') return show(request, reply, found, { absence: { typed, faults: [] } })
      const check =
        step === 'check' &&
        absenceCheckPage(found.world, found.officer, { typed, values }, request.authority.code, reply.generateCsrf())
      if (check) {
        showed(
          request,
          'looked at the reviews booked within an absence',
          check.reviews.map(({ child }) => child),
        )
        return reply.view('caseload/web/absenceCheck.njk', check)
      }
      const problems = absenceFaults(
        await caseload.absences.enter({ ...acting(request), entry: { officerId, ...entry } }),
      )
      if (problems.length > 0) return show(request, reply, found, { absence: { typed, faults: problems } })
      return toOfficer(request, reply, officerId, 'absence_entered')
    })

    app.post<OfAbsence>('/caseload/officers/:officer/absences/:from', { config }, async (request, reply) => {
      const found = await officerNow(request)
      const from = readDay(request.params.from)
      if (from === null) throw new PageNotFound()
      const { officerId } = found.officer
      const { typed, values, faults } = absenceEndForm.read(request.body)
      const again = (wrong: typeof faults) =>
        show(request, reply, found, { absenceEnd: { from: from.toString(), typed, faults: wrong } })
      if (values === null) return again(faults)
      const asked = { ...acting(request), officerId, from, to: values.until, replaces: values.replaces }
      const problems = absenceEndFaults(await caseload.absences.changeEnd(asked))
      if (problems.length > 0) return again(problems)
      return toOfficer(request, reply, officerId, 'absence_changed')
    })
  }
