import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { Refusal } from '../../platform/refusal.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { WrittenReport } from '../app/annualReport.ts'
import type { Publishing } from '../app/publishing.ts'
import { type Edition, editions } from '../domain/edition.ts'
import { reportingPermissions } from '../permissions.ts'
import { reportSection } from '../sections.ts'
import { type Format, type ReportFile, formats, reportFile } from '../write/files.ts'
import { checkPage, readPage, reportPage } from './report.view.ts'

/** Gives a year's report; the board's edition unless another is asked for. */
export type WrittenFor = (
  request: FastifyRequest<{ Params: { year: string } }>,
  edition?: Edition,
) => Promise<WrittenReport & { year: ReportingYear }>

/** What the pages of the report need. */
export interface ReportPagesDeps {
  /** The report of the year of the address, of those whom the user may see. Throws `PageNotFound` where there is none. */
  writtenFor: WrittenFor
  /** The years of which a return is imported. */
  yearsOf: (authority: string) => Promise<readonly ReportingYear[]>
  /** Where the year's report stands. */
  courseOf: Publishing['courseOf']
  /** Who wrote the words of each section last, and when, in words. */
  writersOf: (authority: string, year: ReportingYear) => Promise<ReadonlyMap<string, string>>
}

const shown = z.object({ saved: z.string().nullable().catch(null).default(null) })
const downloaded = z.object({ edition: z.enum(editions).catch('public').default('public') })

async function fileOrRefusal(written: Promise<WrittenReport>, format: Format): Promise<ReportFile | Refusal> {
  try {
    return await reportFile(await written, format)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const sentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`

/** Putting the annual report together: its sections, the service's own words, the report to read and take away. */
export const reportRoutes =
  ({ writtenFor, yearsOf, courseOf, writersOf }: ReportPagesDeps): Routes =>
  (app) => {
    const read = { permission: reportingPermissions.read, section: reportSection } as const
    type OfYear = { Params: { year: string } }
    type OfFormat = { Params: { year: string; format: string } }

    app.get('/report', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const newest = (await yearsOf(code)).toSorted((a, b) => b.startYear - a.startYear)[0]
      return newest
        ? reply.redirect(authorityPath(code, 'report', newest.name), 302)
        : reply.view('reporting/web/noReport.njk', { title: 'Annual report' })
    })

    app.get<OfYear>('/report/:year', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const { report, year } = await writtenFor(request)
      const [years, course, writers] = await Promise.all([yearsOf(code), courseOf(code, year), writersOf(code, year)])
      const { saved } = shown.parse(request.query)
      const may = { write: request.may(reportingPermissions.write), tell: request.may(reportingPermissions.stories) }
      return reply.view('reporting/web/report.njk', reportPage(report, years, saved, may, course, writers))
    })

    app.get<OfYear>('/report/:year/read', { config: read }, async (request, reply) => {
      const { report } = await writtenFor(request)
      return reply.view('reporting/web/read.njk', readPage(report))
    })

    app.get<OfYear>('/report/:year/check', { config: read }, async (request, reply) => {
      const { report } = await writtenFor(request)
      return reply.view('reporting/web/check.njk', checkPage(report))
    })

    app.get<OfFormat>('/report/:year/download/:format', { config: read }, async (request, reply) => {
      const format = formats.find((one) => one === request.params.format)
      if (!format) throw new PageNotFound()
      const { edition } = downloaded.parse(request.query)
      const file = await fileOrRefusal(writtenFor(request, edition), format)
      if (file instanceof Refusal) {
        const paragraphs = file.reasons.map(({ reason }) => sentence(reason))
        return reply.code(422).view('platform/web/message.njk', { title: 'This file can’t be made', paragraphs })
      }
      return reply
        .type(file.type)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content)
    })
  }
