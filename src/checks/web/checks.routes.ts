import type { FastifyRequest } from 'fastify'
import type { Worlds } from '../../children/app/worlds.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenSection } from '../../children/sections.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import type { WithdrawCheck, WriteCheck } from '../app/checks.ts'
import { checksPermissions } from '../permissions.ts'
import { checkFaults, checkForm, checksPage, checksPath, done, emptyCheck } from './checks.view.ts'

/** What the page of a child's checks needs. */
export interface ChecksDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  writeCheck: WriteCheck
  withdrawCheck: WithdrawCheck
}

type OfChild = { Params: { child: string } }
type OfCheck = { Params: { child: string; kind: string; on: string; change: string } }

/** A child's checks: those written down, and a form for another. */
export const checksRoutes =
  ({ worldsFor, today, writeCheck, withdrawCheck }: ChecksDeps): Routes =>
  (app) => {
    const config = { permission: checksPermissions.write, section: childrenSection } as const

    async function seen(request: FastifyRequest<OfChild>): Promise<World> {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      showed(request, 'looked at the child’s checks', [child])
      return world
    }

    app.get<OfChild>('/children/:child/checks', { config }, async (request, reply) => {
      const world = await seen(request)
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf(), said: done.of(request) }
      return reply.view('checks/web/checks.njk', checksPage(world, request.params.child, emptyCheck(), [], where))
    })

    app.post<OfChild>('/children/:child/checks', { config }, async (request, reply) => {
      const { child } = request.params
      const { authority } = request
      const { typed, values, faults } = checkForm.read(request.body)
      const problems = values && (await writeCheck({ authority, by: actorOf(request), child, entry: values }))
      if (values !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : checkFaults(problems)
      if (wrong.length > 0) {
        const world = await seen(request)
        const where = { code: authority.code, csrfToken: reply.generateCsrf(), said: null }
        return reply.code(400).view('checks/web/checks.njk', checksPage(world, child, typed, wrong, where))
      }
      logged(request)
      return reply.redirect(done.path(checksPath(authority.code, child), 'written'), 303)
    })

    app.post<OfCheck>('/children/:child/checks/:kind/:on/:change', { config }, async (request, reply) => {
      const { child, kind, on, change } = request.params
      const { authority } = request
      const day = readDay(on)
      if (day === null || (change !== 'withdraw' && change !== 'restore')) throw new PageNotFound()
      const isWithdrawn = change === 'withdraw'
      const problems = await withdrawCheck({ authority, by: actorOf(request), child, kind, on: day, isWithdrawn })
      if (problems === null || problems.length > 0) throw new PageNotFound()
      logged(request)
      return reply.redirect(done.path(checksPath(authority.code, child), isWithdrawn ? 'withdrawn' : 'restored'), 303)
    })
  }
