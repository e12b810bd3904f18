import { reportingPermissions } from '../permissions.ts'
import { reportSection } from '../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type ReportingYear, lastDayToCount, reportingYear } from '../../calendar/reportingYear.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { Refusal } from '../../platform/refusal.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { AnnualReport, WrittenReport } from '../app/annualReport.ts'
import { type Edition, editions } from '../domain/edition.ts'
import type { WordsStore } from '../app/ports.ts'
import { type Format, type ReportFile, formats, reportFile } from '../write/files.ts'
import { checkPage, readPage, reportPage, wordsForm, wordsPage } from './report.view.ts'

/** What the pages of the report need. */
export interface ReportPagesDeps {
  /** Writes the report of those whom the user may see. */
  annualReportFor: (request: FastifyRequest) => AnnualReport
  words: Pick<WordsStore, 'write'>
  /** The returns that are imported. */
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>
  today: () => PlainDate
}

const shown = z.object({ saved: z.string().nullable().catch(null).default(null) })
const downloaded = z.object({ edition: z.enum(editions).catch('public').default('public') })

async function fileOrRefusal(written: WrittenReport, format: Format): Promise<ReportFile | Refusal> {
  try {
    return await reportFile(written, format)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const sentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`

/** Putting the annual report together: its sections, the service's own words, the report to read and take away. */
export const reportRoutes =
  ({ annualReportFor, words, coverage, today }: ReportPagesDeps): Routes =>
  (app) => {
    const read = { permission: reportingPermissions.read, section: reportSection } as const
    const write = { permission: reportingPermissions.write, section: reportSection } as const
    type OfYear = { Params: { year: string } }
    type OfSection = { Params: { year: string; section: string } }
    type OfFormat = { Params: { year: string; format: string } }

    const yearsOf = async (code: string) => (await coverage(code)).map(({ year }) => reportingYear(year))

    async function writtenFor(
      request: FastifyRequest<OfYear>,
      edition: Edition = 'board',
    ): Promise<WrittenReport & { years: ReportingYear[] }> {
      const { authority } = request
      const years = await yearsOf(authority.code)
      const year = years.find(({ name }) => name === request.params.year)
      if (!year) throw new PageNotFound()
      const asAt = lastDayToCount(year, today())
      const written = await annualReportFor(request)({ authority, year, asAt, knownAt: null, edition })
      return { ...written, years }
    }

    app.get('/report', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const newest = (await yearsOf(code)).sort((a, b) => b.startYear - a.startYear)[0]
      return newest
        ? reply.redirect(authorityPath(code, 'report', newest.name), 302)
        : reply.view('reporting/web/noReport.njk', { title: 'Annual report' })
    })

    app.get<OfYear>('/report/:year', { config: read }, async (request, reply) => {
      const { report, years } = await writtenFor(request)
      return reply.view(
        'reporting/web/report.njk',
        reportPage(report, years, shown.parse(request.query).saved, request.may(reportingPermissions.write)),
      )
    })

    app.get<OfYear>('/report/:year/read', { config: read }, async (request, reply) => {
      const { report } = await writtenFor(request)
      return reply.view('reporting/web/read.njk', readPage(report))
    })

    app.get<OfYear>('/report/:year/check', { config: read }, async (request, reply) => {
      const { report } = await writtenFor(request)
      return reply.view('reporting/web/check.njk', checkPage(report))
    })

    app.get<OfSection>('/report/:year/words/:section', { config: write }, async (request, reply) =>
      showWords(request, reply, null, []),
    )

    app.post<OfSection>('/report/:year/words/:section', { config: write }, async (request, reply) => {
      const { code } = request.authority
      const { year, section } = request.params
      const { typed, values, faults } = wordsForm.read(request.body)
      if (values === null) return showWords(request, reply.code(400), typed, faults)
      const { report, shownYear } = await writtenFor(request)
      if (!wordsPage(report, section, null, [], '')) throw new PageNotFound()
      await words.write(code, shownYear.now.firstDay.year, section, typed.words)
      return reply.redirect(`${authorityPath(code, 'report', year)}?saved=${encodeURIComponent(section)}`, 303)
    })

    app.get<OfFormat>('/report/:year/download/:format', { config: read }, async (request, reply) => {
      const format = formats.find((one) => one === request.params.format)
      if (!format) throw new PageNotFound()
      const { edition } = downloaded.parse(request.query)
      const file = await fileOrRefusal(await writtenFor(request, edition), format)
      if (file instanceof Refusal) {
        const paragraphs = file.reasons.map(({ reason }) => sentence(reason))
        return reply.code(422).view('platform/web/message.njk', { title: 'This file can’t be made', paragraphs })
      }
      return reply
        .type(file.type)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content)
    })

    async function showWords(
      request: FastifyRequest<OfSection>,
      reply: FastifyReply,
      typed: TypedIn<typeof wordsForm> | null,
      faults: readonly FaultIn<typeof wordsForm>[],
    ) {
      const { report } = await writtenFor(request)
      const page = wordsPage(report, request.params.section, typed, faults, reply.generateCsrf())
      if (!page) throw new PageNotFound()
      return reply.view('reporting/web/words.njk', page)
    }
  }
