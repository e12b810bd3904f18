import type { FastifyRequest } from 'fastify'
import { bookPermissions } from '../../book/permissions.ts'
import { endOfMonth, monthsCharted } from '../../book/domain/windows.ts'
import { comparedTo, daysOf, lastDayToCount, previousYear, type ReportingYear } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, dateOf, isSameDay } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { FigureList } from '../../world/figures.ts'
import { documentView } from '../../documents/write/html/html.ts'
import { rivalDefinitions } from '../domain/sections/rivalDefinitions.ts'
import { reportingPermissions } from '../permissions.ts'
import { reportSection } from '../sections.ts'
import { directorsPage } from './director.view.ts'
import type { WrittenFor } from './routes.ts'

/** What the pages for directors and board members need. */
export interface DirectorPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  /** The years of which a return is imported. */
  yearsOf: (authority: string) => Promise<readonly ReportingYear[]>
  writtenFor: WrittenFor
  figures: FigureList<World>
  today: () => PlainDate
}

/** One page to look at every Monday, and the same records under other services’ definitions. */
export const directorRoutes =
  ({ worldsFor, yearsOf, writtenFor, figures, today }: DirectorPagesDeps): Routes =>
  (app) => {
    const read = { permission: reportingPermissions.read, section: reportSection } as const

    app.get('/glance', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const years = (await yearsOf(code)).toSorted((a, b) => b.startYear - a.startYear)
      const [year] = years
      if (!year) return reply.view('reporting/web/noReport.njk', { title: 'The service at a glance' })
      const worlds = worldsFor(request)
      const asAt = lastDayToCount(year, today())
      const now = await worlds.ofYear(code, year, asAt, null)
      const last = years.find(({ startYear }) => startYear === previousYear(year).startYear)
      const before = last ? await worlds.ofYear(code, last, comparedTo(year, asAt), null) : null
      const { year: ofYear, month: ofMonth } = addMonths(asAt, isSameDay(asAt, year.lastDay) ? 0 : -1)
      const month = dateOf(ofYear, ofMonth, 1)
      const charted = await worlds.ofYear(code, daysOf(monthsCharted(month)[0] ?? month, endOfMonth(month)), endOfMonth(month), null) // prettier-ignore
      const page = directorsPage(figures, { now, before, charted, month }, request.authority, request.may(bookPermissions.read)) // prettier-ignore
      return reply.view('reporting/web/director.njk', page)
    })

    app.get<{ Params: { year: string } }>('/report/:year/definitions', { config: read }, async (request, reply) => {
      const { report } = await writtenFor(request)
      const section = report.sections.find(({ id }) => id === rivalDefinitions.id)
      const [view] = section ? documentView({ ...report, sections: [section] }).sections : []
      return reply.view('reporting/web/definitions.njk', {
        title: rivalDefinitions.title,
        caption: `Annual report ${report.year}`,
        blocks: view?.blocks ?? [],
        back: { text: 'Back to the sections', href: authorityPath(report.authority.code, 'report', report.year) },
      })
    })
  }
