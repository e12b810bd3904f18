import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { bookingPermissions } from '../../booking/permissions.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay, textFilter } from '../../platform/web/filters.ts'
import type { FaultIn } from '../../platform/web/forms/form.ts'
import type { Register } from '../../registers/register.ts'
import { recordsOf } from '../../world/world.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import { undoHandover } from '../domain/undoHandover.ts'
import { caseloadPermissions } from '../permissions.ts'
import { caseloadSection } from '../sections.ts'
import { type HandOverDeps, lettersOf } from './handOver.routes.ts'
import { undoFaults, undoForm, undoPage } from './undoHandover.view.ts'

/** What the page needs that undoes a handover. */
export interface UndoDeps extends HandOverDeps {
  /** Every register of every room: what may have been recorded since. */
  allRegisters: readonly Register[]
}

type OfOfficer = { Params: { officer: string } }

const query = z.object({ on: textFilter })

/** Undoing a handover: the answers to check, and the way back. */
export const undoHandoverRoutes =
  ({ worldsFor, caseload, outbox, reviews, today, allRegisters }: UndoDeps): Routes =>
  (app) => {
    const config = { permission: caseloadPermissions.manageAllocations, section: caseloadSection } as const
    const path = '/caseload/officers/:officer/handed-over/undo'

    async function show(
      request: FastifyRequest<OfOfficer>,
      reply: FastifyReply,
      { world, officer, on }: { world: World; officer: OfficerFact; on: PlainDate },
      faults: readonly FaultIn<typeof undoForm>[],
    ): Promise<FastifyReply> {
      const { code } = request.authority
      const children = new Set(
        recordsOf(world, handovers)
          .map(({ child }) => child)
          .filter((child) => isKnown(world, child)),
      )
      const asked = { fromOfficer: officer.officerId, on, children, today: today(), registers: allRegisters }
      const undone = undoHandover((register) => recordsOf(world, register), asked)
      const letters = await lettersOf(outbox, code, undone.back)
      const isWaiting = ({ state }: { state: string }) => state === 'draft' || state === 'waiting'
      const gone = letters.filter((one) => !isWaiting(one) && one.state !== 'withdrawn' && one.state !== 'settled')
      const page = undoPage(
        world,
        officer,
        on,
        undone,
        {
          waiting: letters.filter(isWaiting).length,
          gone: new Set(gone.map(({ child }) => child)).size,
          hidden: await reviews.hiddenTimesFor(request),
        },
        faults,
        code,
        reply.generateCsrf(),
      )
      showed(
        request,
        'looked at a handover to undo',
        [...page.rows, ...page.stays].map(({ child }) => child),
      )
      return reply.code(faults.length > 0 ? 400 : 200).view('caseload/web/undoHandover.njk', page)
    }

    async function found(request: FastifyRequest<OfOfficer>, typed: string) {
      const world = await caseloadWorld(worldsFor(request), request.authority.code, today())
      const officer = recordsOf(world, officers).find(({ officerId }) => officerId === request.params.officer)
      const on = readDay(typed)
      if (!officer || on === null) throw new PageNotFound()
      return { world, officer, on }
    }

    app.get<OfOfficer>(path, { config }, async (request, reply) =>
      show(request, reply, await found(request, query.parse(request.query).on), []),
    )

    app.post<OfOfficer>(path, { config }, async (request, reply) => {
      const { typed } = undoForm.read(request.body)
      const asked = await found(request, typed.on)
      const outcome = await caseload.undoHandover({
        by: actorOf(request),
        authority: request.authority,
        fromOfficer: asked.officer.officerId,
        on: asked.on,
        replaces: typed.replaces,
        isWithReviews: request.may(bookingPermissions.book),
      })
      if ('problems' in outcome) return show(request, reply, asked, undoFaults(outcome.problems))
      logged(request)
      const handedOver = authorityPath(
        request.authority.code,
        'caseload',
        'officers',
        asked.officer.officerId,
        'handed-over',
      )
      return reply.redirect(withQuery(handedOver, { on: asked.on.toString(), done: 'undone' }), 303)
    })
  }
