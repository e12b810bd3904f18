import { returnsPermissions } from '../../../permissions.ts'
import { dataSection } from '../../../sections.ts'
import type { FastifyRequest } from 'fastify'
import { type ReportingYear, reportingYear } from '../../../../calendar/reportingYear.ts'
import type { ReturnCoverage } from '../../../../children/domain/record.ts'
import { showed } from '../../../../access/web/logging.ts'
import type { Routes } from '../../../../platform/web/authorities.ts'
import { sendCsv } from '../../../../platform/web/csvReply.ts'
import { PageNotFound } from '../../../../platform/web/errors.ts'
import type { StoredValidation } from '../app/storedValidation.ts'
import { validationPage } from './validation.view.ts'
import { type ShownValidation, failureFilters, failuresTable, narrowedFailures } from './validation.filters.ts'

/** What the pages of the return's rules need. */
export interface ValidationDeps {
  /** What the rules say of a stored year, of the children whom the user may see. */
  validationFor: (request: FastifyRequest, year: ReportingYear) => Promise<StoredValidation>
  /** The team of each child, where one is known. */
  teamsFor: (request: FastifyRequest) => Promise<ReadonlyMap<string, string>>
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>
}

/** What the return's own rules say of what is stored: by rule, child and team, and row by row. */
export const validationRoutes =
  ({ validationFor, teamsFor, coverage }: ValidationDeps): Routes =>
  (app) => {
    const config = { permission: returnsPermissions.readFindings, section: dataSection } as const
    type OfYear = { Params: { year: string } }

    const yearsOf = async (code: string) => (await coverage(code)).map(({ year }) => reportingYear(year))

    async function shownOf(request: FastifyRequest<OfYear>): Promise<ShownValidation> {
      const years = await yearsOf(request.authority.code)
      const year = years.find(({ name }) => name === request.params.year)
      if (!year) throw new PageNotFound()
      const [validation, teams] = await Promise.all([validationFor(request, year), teamsFor(request)])
      return { validation, year, years, teams }
    }

    app.get<OfYear>('/data/validation/:year', { config }, async (request, reply) => {
      const page = validationPage(await shownOf(request), failureFilters.parse(request.query), request.authority.code)
      const children = [
        ...page.rows.map(({ child }) => child),
        ...page.groups.filter(({ childHref }) => childHref).map(({ key }) => key),
      ]
      showed(request, 'looked at what the return’s rules say', children)
      return reply.view('returns/ssda903/validate/web/validation.njk', page)
    })

    app.get<OfYear>('/data/validation/:year.csv', { config }, async (request, reply) => {
      const shown = await shownOf(request)
      const listed = narrowedFailures(shown, failureFilters.parse(request.query))
      const children = listed.map(({ child }) => child)
      showed(request, 'took away what the return’s rules say as a file', children)
      return sendCsv(reply, `validation-${shown.year.name}`, failuresTable(listed, shown.teams))
    })
  }
