import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { childrenSection } from '../../children/sections.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { WriteSupport } from '../app/support.ts'
import { supportPermissions } from '../permissions.ts'
import { supportSection } from '../sections.ts'
import { childSupportPage, supportFaults, supportForm, supportListPage, supportPath } from './support.view.ts'

/** What the pages of support need. */
export interface SupportDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  writeSupport: WriteSupport
}

type OfChild = { Params: { child: string } }

const done = doneWords({ written: 'The support is saved.' })

/** Who has an advocate or a visitor, who waits for one, and the volunteers; and a child's referrals and matches. */
export const supportRoutes =
  ({ worldsFor, today, writeSupport }: SupportDeps): Routes =>
  (app) => {
    app.get(
      '/support',
      { config: { permission: supportPermissions.read, section: supportSection } },
      async (request, reply) => {
        const world = await worldsFor(request).onDay(request.authority.code, today(), null)
        const page = supportListPage(world, request.authority.code, request.may(supportPermissions.write))
        showed(request, 'looked at who has an advocate or an independent visitor', page.children)
        return reply.view('support/web/list.njk', page)
      },
    )

    const config = { permission: supportPermissions.write, section: childrenSection } as const
    async function seen(request: FastifyRequest<OfChild>) {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      if (!isKnown(world, child)) throw new PageNotFound()
      showed(request, 'looked at the child’s advocacy and independent visitors', [child])
      return world
    }

    app.get<OfChild>('/children/:child/support', { config }, async (request, reply) => {
      const world = await seen(request)
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf() }
      const page = childSupportPage(world, request.params.child, supportForm(world).first(), [], where)
      return reply.view('support/web/child.njk', { ...page, done: done.of(request) })
    })

    app.post<OfChild>('/children/:child/support', { config }, async (request, reply) => {
      const { child } = request.params
      const { authority } = request
      const world = await seen(request)
      const { typed, values, faults } = supportForm(world).read(request.body)
      const problems = values && (await writeSupport({ authority, by: actorOf(request), child, entry: values }))
      if (values !== null && problems === null) throw new PageNotFound()
      const wrong = problems === null ? faults : supportFaults(problems)
      if (wrong.length > 0) {
        const where = { code: authority.code, csrfToken: reply.generateCsrf() }
        return reply.code(400).view('support/web/child.njk', childSupportPage(world, child, typed, wrong, where))
      }
      logged(request)
      return reply.redirect(done.path(supportPath(authority.code, child), 'written'), 303)
    })
  }
