import { workPermissions } from '../permissions.ts'
import { workSection } from '../sections.ts'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { PlainDate } from '../../kernel/dates.ts'
import { showed } from '../../access/web/logging.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { pageFilter } from '../../platform/web/filters.ts'
import { workPartPage } from './work.parts.ts'
import { type MyWork, workPage } from './work.view.ts'

const query = z.object({ page: pageFilter })

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

    app.get<{ Params: { part: string } }>('/work/all/:part', { config }, async (request, reply) => {
      const asked = { id: request.params.part, page: query.parse(request.query).page }
      const shown = workPartPage(await workFor(request), today(), request.authority.code, asked)
      // What stood there has been done meanwhile.
      if (shown === null) return reply.redirect(authorityPath(request.authority.code, 'work'))
      const { children, ...page } = shown
      showed(request, 'looked at their own work', children)
      return reply.view('work/web/work.njk', page)
    })
  }
