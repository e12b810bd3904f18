import { childrenPermissions } from '../../../children/permissions.ts'
import { returnsPermissions } from '../../permissions.ts'
import { dataSection } from '../../sections.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { parseReportingYear } from '../../../calendar/reportingYear.ts'
import type { Finding } from '../../../house/finding.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { changed, showed } from '../../../access/web/logging.ts'
import { seesAllThat, type Visibility } from '../../../kernel/visibility.ts'
import { type Routes, authorityPath } from '../../../platform/web/authorities.ts'
import { sendCsv } from '../../../platform/web/csvReply.ts'
import { PageNotFound } from '../../../platform/web/errors.ts'
import { problemsTable } from '../../../platform/web/problems.ts'
import { sourceNameOf, uploadIn } from '../../../platform/web/uploads.ts'
import { isEmptying, type ImportRun, type ImportRunStore } from '../app/importRuns.ts'
import { importNamed, runAsItStands } from '../../../platform/imports/runs.ts'
import type { ReturnStore } from '../app/ports.ts'
import type { ImportJob } from '../app/workOnImportRun.ts'
import { doneWords } from '../../../platform/web/done.ts'
import { signsPermissions } from '../../../signs/permissions.ts'
import { dataPage } from './data.view.ts'
import { undoneIn } from './undo.view.ts'
import { findingFilters, findingsPage, findingsTable, narrowedFindings } from './findings.view.ts'
import { type UploadProblem, chooseFilesPage } from './import.view.ts'
import { importRunPage } from './importRun.view.ts'

/** What the pages of the data need. */
export interface DataDeps {
  returns: Pick<ReturnStore, 'importsSeen'>
  runs: ImportRunStore
  /** What is odd, of the children whom the user may see. */
  findingsFor: (request: FastifyRequest) => Promise<readonly Finding[]>
  /** Has the run worked on, elsewhere: pages stay quick meanwhile. */
  startWork: (job: ImportJob) => void
  /** The id of the user. */
  personOf: (request: FastifyRequest) => string
  /** Whom the user may see. */
  visibilityFor: (request: FastifyRequest) => Promise<Visibility>
  today: () => PlainDate
}

const REFRESH_SECONDS = 2

const done = doneWords({ given_up: 'The import is given up. Nothing of it is stored.' })

/** Whether an import's page stays as it is while the import goes on. */
const shown = z.object({ still: z.literal('yes').optional().catch(undefined) })

/** Whether the person who confirms has said that all children may go from the year. */
const confirmed = z.object({ empty: z.literal('yes').optional().catch(undefined) })

const childrenShownBy = ({ result }: ImportRun): readonly string[] =>
  result === null || result.outcome === 'refused' ? [] : result.childrenShown

/** Imports so far, the journey of an import, and what is odd in the data. */
export const dataRoutes =
  ({ returns, runs, findingsFor, startWork, personOf, visibilityFor, today }: DataDeps): Routes =>
  (app) => {
    const read = { permission: returnsPermissions.readImports, section: dataSection } as const
    const make = { permission: returnsPermissions.makeImports, section: dataSection } as const
    const odd = { permission: returnsPermissions.readFindings, section: dataSection } as const
    type OfRun = { Params: { run: string } }

    async function runOf(request: FastifyRequest<OfRun>): Promise<ImportRun> {
      const run = await runAsItStands(runs, request.authority.code, request.params.run)
      // It tells what is stored of those whom its sender sees: to the person who sees fewer it is not there.
      if (!run || !seesAllThat(await visibilityFor(request), run.visibility)) throw new PageNotFound()
      return run
    }
    const showedNobody = (request: FastifyRequest) => {
      showed(request, 'looked at the form for importing a return', [])
    }
    const runPage = (request: FastifyRequest, reply: FastifyReply, run: ImportRun, isUnsure = false) => {
      const isRefreshing = !shown.parse(request.query).still
      const page = importRunPage(run, request.authority.code, reply.generateCsrf(), {
        isRefreshing,
        isUnsure,
        mayOpenChildren: request.may(childrenPermissions.read),
        maySeeSigns: request.may(signsPermissions.read),
      })
      showed(request, `looked at what comes of a return sent (${importNamed(run.id)})`, childrenShownBy(run))
      // The header, not a script: the page moves on in any browser, and whom that disturbs can stop it.
      if (page.view === 'working' && isRefreshing) reply.header('refresh', REFRESH_SECONDS)
      return reply.view('returns/ssda903/web/importRun.njk', page)
    }

    app.get('/data', { config: read }, async (request, reply) => {
      const { code } = request.authority
      return reply.view('returns/ssda903/web/data.njk', {
        ...dataPage(await returns.importsSeen(code, await visibilityFor(request)), code),
        done: undoneIn(request) ?? done.of(request),
        mayImport: request.may(returnsPermissions.makeImports),
      })
    })

    app.get('/data/import', { config: make }, (request, reply) => {
      showedNobody(request)
      const page = chooseFilesPage({ year: '' }, [], today(), request.authority.code, reply.generateCsrf())
      return reply.view('returns/ssda903/web/chooseFiles.njk', page)
    })

    app.post('/data/import', { config: { ...make, takesFiles: true } }, async (request, reply) => {
      const { authority } = request
      await using upload = await uploadIn(request)
      const { text, files } = upload
      const year = parseReportingYear(text('year'))
      const problems = problemsOf(year !== null, files)
      if (!year || problems.length > 0) {
        showedNobody(request)
        const page = chooseFilesPage({ year: text('year') }, problems, today(), authority.code, reply.generateCsrf())
        return await reply.code(400).view('returns/ssda903/web/chooseFiles.njk', page)
      }
      const visibility = await visibilityFor(request)
      const asked = { authority, year: year.startYear, visibility, sourceName: sourceNameOf(files), files }
      const runId = await runs.begin(asked)
      changed(request, `sent a return to be imported (${importNamed(runId)})`, [])
      startWork({ authority, runId, recordedBy: personOf(request), mayEmptyYear: false })
      return await reply.redirect(authorityPath(authority.code, 'data', 'import', runId), 303)
    })

    app.get<OfRun>('/data/import/:run', { config: make }, async (request, reply) =>
      runPage(request, reply, await runOf(request)),
    )

    app.get<OfRun>('/data/import/:run/errors.csv', { config: make }, async (request, reply) => {
      const { result, id } = await runOf(request)
      if (result?.outcome !== 'refused') throw new PageNotFound()
      showed(request, `took away the errors in a return sent (${importNamed(id)})`, [])
      return sendCsv(reply, `errors-${id.slice(0, 8)}`, problemsTable(result.errors))
    })

    app.post<OfRun>('/data/import/:run/confirm', { config: make }, async (request, reply) => {
      const { authority } = request
      const run = await runOf(request)
      const { id } = run
      const mayEmptyYear = confirmed.parse(request.body).empty !== undefined
      if (run.state === 'ready' && isEmptying(run.result) && !mayEmptyYear) {
        return runPage(request, reply.code(400), run, true)
      }
      if (await runs.advance(authority.code, id, 'ready', 'storing')) {
        changed(request, `confirmed the import of a return (${importNamed(id)})`, [])
        startWork({ authority, runId: id, recordedBy: personOf(request), mayEmptyYear })
      } else showed(request, 'confirmed an import of a return again', [])
      return reply.redirect(authorityPath(authority.code, 'data', 'import', id), 303)
    })

    app.post<OfRun>('/data/import/:run/discard', { config: make }, async (request, reply) => {
      const { id, state } = await runOf(request)
      if (state !== 'storing') await runs.discard(request.authority.code, id)
      changed(request, `gave up the import of a return (${importNamed(id)})`, [])
      return reply.redirect(done.path(authorityPath(request.authority.code, 'data'), 'given_up'), 303)
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

function problemsOf(hasYear: boolean, files: readonly { name: string }[]): UploadProblem[] {
  const names = files.map(({ name }) => name.toLowerCase())
  const areSeveralNotCsv = names.length > 1 && !names.every((name) => name.endsWith('.csv'))
  return [
    ...(hasYear ? [] : (['no_year'] as const)),
    ...(names.length === 0 ? (['no_file'] as const) : []),
    ...(new Set(names).size < names.length ? (['same_name_twice'] as const) : []),
    ...(areSeveralNotCsv ? (['several_not_csv'] as const) : []),
  ]
}
