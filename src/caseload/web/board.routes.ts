import { caseloadPermissions } from '../permissions.ts'
import { caseloadSection } from '../sections.ts'
import type { FastifyRequest } from 'fastify'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { showed } from '../../access/web/logging.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { caseloadWorld } from '../app/caseloadWorld.ts'
import { aheadPage } from './ahead.view.ts'
import { boardDay, boardFilters, boardPage, boardTable, officerChildrenPage } from './board.view.ts'
import { tabsFor } from './tabs.ts'

/** What the pages that show the caseload need. */
export interface BoardDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
}

/** The board, an officer's children, and the months to come with what may be tried. */
export const boardRoutes =
  ({ worldsFor, today }: BoardDeps): Routes =>
  (app) => {
    const config = { permission: caseloadPermissions.readBoard, section: caseloadSection } as const
    const worldOn = (request: FastifyRequest, day: PlainDate) =>
      caseloadWorld(worldsFor(request), request.authority.code, day)

    app.get('/caseload', { config }, async (request, reply) => {
      const filters = boardFilters.parse(request.query)
      const { day, isRead } = boardDay(filters, today())
      const world = await worldOn(request, day)
      // Counts alone: nobody is named.
      showed(request, 'looked at the caseload board', [])
      const page = boardPage(world, filters, isRead, request.authority.code, tabsFor(request, 'board'))
      return reply.view('caseload/web/board.njk', {
        ...page,
        mayManageOfficers: request.may(caseloadPermissions.manageOfficers),
      })
    })

    app.get('/caseload.csv', { config }, async (request, reply) => {
      const { day } = boardDay(boardFilters.parse(request.query), today())
      showed(request, 'took away the caseload board as a file', [])
      return sendCsv(reply, `caseload-${day.toString()}`, boardTable(await worldOn(request, day)))
    })

    app.get<{ Params: { officer: string } }>('/caseload/of/:officer', { config }, async (request, reply) => {
      const filters = boardFilters.parse(request.query)
      const { day } = boardDay(filters, today())
      const { code } = request.authority
      const page = officerChildrenPage(await worldOn(request, day), request.params.officer, filters, code)
      if (!page) throw new PageNotFound()
      showed(
        request,
        'looked at an officer’s children',
        page.rows.map(({ child }) => child),
      )
      return reply.view('caseload/web/officerChildren.njk', {
        ...page,
        mayManage: request.may(caseloadPermissions.manageAllocations),
      })
    })

    app.get('/caseload/ahead', { config }, async (request, reply) => {
      const world = await worldOn(request, today())
      const page = aheadPage(world, request.query, request.authority.code, tabsFor(request, 'ahead'))
      showed(
        request,
        'looked at the months ahead',
        page.reviews.map(({ child }) => child),
      )
      return reply.view('caseload/web/ahead.njk', page)
    })
  }
