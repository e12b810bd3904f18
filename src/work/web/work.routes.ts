import { workPermissions } from '../permissions.ts'
import { workSection } from '../sections.ts'
import type { FastifyRequest } from 'fastify'
import type { PlainDate } from '../../kernel/dates.ts'
import { showed } from '../../access/web/logging.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { type MyWork, workPage } from './work.view.ts'

/** What the page of someone's own work needs. */
export interface WorkDeps {
  /** What there is for the user, of the children whom they may see. */
  workFor: (request: FastifyRequest) => Promise<MyWork>
  today: () => PlainDate
}

/** My work: what to do today, and why. */
export const workRoutes =
  ({ workFor, today }: WorkDeps): Routes =>
  (app) => {
    const config = { permission: workPermissions.read, section: workSection } as const
    app.get('/work', { config }, async (request, reply) => {
      const { children, ...page } = workPage(await workFor(request), today(), request.authority.code)
      showed(request, 'looked at their own work', children)
      return reply.view('work/web/work.njk', page)
    })
  }
