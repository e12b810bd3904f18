import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseReportingYear } from '../../../calendar/reportingYear.ts'
import type { Finding } from '../../../children/domain/finding.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { showed } from '../../../people/web/deeds.ts'
import { type Routes, authorityPath } from '../../../platform/web/authorities.ts'
import { sendCsv } from '../../../platform/web/csvReply.ts'
import { PageNotFound } from '../../../platform/web/errors.ts'
import type { ImportRun, ImportRunStore, SentFile } from '../app/importRuns.ts'
import type { ReturnStore } from '../app/ports.ts'
import type { ImportJob } from '../app/workOnImportRun.ts'
import { dataPage } from './data.view.ts'
import { findingFilters, findingsPage, findingsTable, narrowedFindings } from './findings.view.ts'
import { type UploadProblem, chooseFilesPage, errorsTable, importRunPage } from './import.view.ts'

/** What the pages of the data need. */
export interface DataDeps {
  returns: Pick<ReturnStore, 'imports'>
  runs: ImportRunStore
  /** What is odd, of the children whom whoever asks may see. */
  findingsFor: (request: FastifyRequest) => Promise<readonly Finding[]>
  /** Has the run worked on, elsewhere: pages stay quick meanwhile. */
  startWork: (job: ImportJob) => void
  today: () => PlainDate
}

const REFRESH_SECONDS = 2

/** Whether an import's page stays as it is while the import goes on. */
const shown = z.object({ still: z.literal('yes').optional().catch(undefined) })

/** Imports so far, the journey of an import, and what is odd in the data. */
export const dataRoutes =
  ({ returns, runs, findingsFor, startWork, today }: DataDeps): Routes =>
  (app) => {
    const read = { permission: 'imports.read', section: 'data' } as const
    const make = { permission: 'imports.make', section: 'data' } as const
    const odd = { permission: 'findings.read', section: 'data' } as const
    type OfRun = { Params: { run: string } }

    async function runOf(request: FastifyRequest<OfRun>): Promise<ImportRun> {
      const run = await runs.find(request.authority.code, request.params.run)
      if (!run) throw new PageNotFound()
      return run
    }

    app.get('/data', { config: read }, async (request, reply) => {
      const { code } = request.authority
      return reply.view('returns/ssda903/web/data.njk', dataPage(await returns.imports(code), code))
    })

    app.get('/data/import', { config: make }, (request, reply) => {
      const page = chooseFilesPage({ year: '' }, [], today(), request.authority.code, reply.generateCsrf())
      return reply.view('returns/ssda903/web/chooseFiles.njk', page)
    })

    app.post('/data/import', { config: make }, async (request, reply) => {
      const { authority } = request
      const sent = await readUpload(request)
      const year = parseReportingYear(sent.year)
      const problems = problemsOf(year !== null, sent.files)
      if (!year || problems.length > 0) {
        const page = chooseFilesPage(sent, problems, today(), authority.code, reply.generateCsrf())
        return reply.code(400).view('returns/ssda903/web/chooseFiles.njk', page)
      }
      const sourceName = sent.files.length === 1 ? (sent.files[0]?.name ?? '') : `${sent.files.length} files`
      const runId = await runs.begin({ authority, year: year.startYear, sourceName, files: sent.files })
      startWork({ authority, runId })
      return reply.redirect(authorityPath(authority.code, 'data', 'import', runId), 303)
    })

    app.get<OfRun>('/data/import/:run', { config: make }, async (request, reply) => {
      const run = await runOf(request)
      const isRefreshing = !shown.parse(request.query).still
      const page = importRunPage(run, request.authority.code, reply.generateCsrf(), isRefreshing)
      // The header, not a script: the page moves on in any browser, and whom that disturbs can stop it.
      if (page.view === 'working' && isRefreshing) reply.header('refresh', REFRESH_SECONDS)
      return reply.view('returns/ssda903/web/importRun.njk', page)
    })

    app.get<OfRun>('/data/import/:run/errors.csv', { config: make }, async (request, reply) => {
      const { result, id } = await runOf(request)
      if (result?.outcome !== 'refused') throw new PageNotFound()
      return sendCsv(reply, `errors-${id.slice(0, 8)}`, errorsTable(result.errors))
    })

    app.post<OfRun>('/data/import/:run/confirm', { config: make }, async (request, reply) => {
      const { authority } = request
      const { id } = await runOf(request)
      if (await runs.advance(authority.code, id, 'ready', 'storing')) startWork({ authority, runId: id })
      return reply.redirect(authorityPath(authority.code, 'data', 'import', id), 303)
    })

    app.post<OfRun>('/data/import/:run/discard', { config: make }, async (request, reply) => {
      const { id, state } = await runOf(request)
      if (state !== 'storing') await runs.discard(request.authority.code, id)
      return reply.redirect(authorityPath(request.authority.code, 'data'), 303)
    })

    app.get('/data/findings', { config: odd }, async (request, reply) => {
      const { code } = request.authority
      const page = findingsPage(await findingsFor(request), findingFilters.parse(request.query), code)
      showed(request, 'looked at what is odd in the data', childrenIn(page.rows))
      return reply.view('returns/ssda903/web/findings.njk', page)
    })

    app.get('/data/findings.csv', { config: odd }, async (request, reply) => {
      const listed = narrowedFindings(await findingsFor(request), findingFilters.parse(request.query))
      showed(request, 'took away what is odd in the data as a file', childrenIn(listed))
      return sendCsv(reply, 'findings', findingsTable(listed))
    })
  }

const childrenIn = (rows: readonly { child: string }[]): string[] => rows.map(({ child }) => child)

async function readUpload(request: FastifyRequest): Promise<{ year: string; files: SentFile[] }> {
  if (!request.isMultipart()) return { year: '', files: [] }
  const form = await request.formData()
  const year = form.get('year')
  const files: SentFile[] = []
  for (const part of form.getAll('files')) {
    // A field left empty is sent as a file without a name.
    if (typeof part === 'string' || part.name === '' || part.size === 0) continue
    files.push({ name: part.name, content: Buffer.from(await part.arrayBuffer()) })
  }
  return { year: typeof year === 'string' ? year : '', files }
}

function problemsOf(hasYear: boolean, files: readonly SentFile[]): UploadProblem[] {
  const names = files.map(({ name }) => name.toLowerCase())
  const areSeveralNotCsv = names.length > 1 && !names.every((name) => name.endsWith('.csv'))
  return [
    ...(hasYear ? [] : (['no_year'] as const)),
    ...(names.length === 0 ? (['no_file'] as const) : []),
    ...(new Set(names).size < names.length ? (['same_name_twice'] as const) : []),
    ...(areSeveralNotCsv ? (['several_not_csv'] as const) : []),
  ]
}
