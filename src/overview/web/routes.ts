import type { Finding } from '../../children/domain/finding.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { Worlds } from '../app/worlds.ts'
import { childFilters, childPage } from './child.view.ts'
import { childrenFilters, childrenPage } from './children.view.ts'
import { dayOf } from './day.ts'
import { dueFilters, duePage } from './due.view.ts'

/** What the pages of children and deadlines need. */
export interface OverviewDeps {
  worlds: Worlds
  /** Everything odd that is known of a child, as counted on a day. */
  findingsOf: (authority: string, child: string, asAt: PlainDate) => Promise<readonly Finding[]>
  today: () => PlainDate
}

/** The due list, the list of children, a child's page. */
export const overviewRoutes =
  ({ worlds, findingsOf, today }: OverviewDeps): Routes =>
  (app) => {
    const due = { permission: 'reviews.read', section: 'due' } as const
    const children = { permission: 'children.read', section: 'children' } as const

    app.get('/due', { config: due }, async (request, reply) => {
      const { code } = request.authority
      const filters = dueFilters.parse(request.query)
      const { day, isRead } = dayOf(filters, today())
      const world = await worlds.onDay(code, day, null)
      return reply.view('overview/web/due.njk', duePage(world, filters, code, isRead))
    })

    app.get('/children', { config: children }, async (request, reply) => {
      const { code } = request.authority
      const filters = childrenFilters.parse(request.query)
      const { day, isRead } = dayOf(filters, today())
      const world = await worlds.onDay(code, day, null)
      return reply.view('overview/web/children.njk', childrenPage(world, filters, code, isRead))
    })

    app.get<{ Params: { child: string } }>('/children/:child', { config: children }, async (request, reply) => {
      const { code } = request.authority
      const { child } = request.params
      const { day } = dayOf(childFilters.parse(request.query), today())
      const [world, findings] = await Promise.all([
        worlds.ofChild(code, child, day, null),
        findingsOf(code, child, day),
      ])
      const [history] = world.histories
      if (!history) throw new PageNotFound()
      return reply.view('overview/web/child.njk', childPage(history, world, findings))
    })
  }
