import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type Visibility, seesAllThat } from '../../kernel/visibility.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { RoutePermission } from '../../platform/web/permissions.ts'
import type { Section } from '../../platform/web/sections.ts'
import { problemsTable } from '../../platform/web/problems.ts'
import { sourceNameOf, uploadIn } from '../../platform/web/uploads.ts'
import { importNamed, runAsItStands } from '../../platform/imports/runs.ts'
import type { RegisterStore } from '../app/ports.ts'
import type { RegistersRun, RegistersRunStore } from '../app/registersRuns.ts'
import { doneWords } from '../../platform/web/done.ts'
import type { RegistersJob } from '../app/workOnRegistersRun.ts'
import type { Register, StoredRows } from '../register.ts'
import { registerCsv, writeEmptyWorkbook, writeRegistersWorkbook } from '../write/writeRegisters.ts'
import { chooseRegistersPage, problemOf, registersPage, registersPath, registersRunPage } from './registers.view.ts'

const done = doneWords({ given_up: 'The import is given up. Nothing of it is stored.' })

/** What the pages of the registers need. */
export interface RegistersWebDeps {
  /** All registers that are kept. */
  registers: readonly Register[]
  /** Who may see what there is, import, and take the registers away. */
  permissions: Readonly<Record<'read' | 'import' | 'export', RoutePermission>>
  /** The part of the navigation that the pages are in. */
  section: Section
  store: Pick<RegisterStore, 'importsSeen'>
  runs: RegistersRunStore
  /** Has the run worked on, elsewhere: pages stay quick meanwhile. */
  startWork: (job: RegistersJob) => void
  /** The id of the user. */
  personOf: (request: FastifyRequest) => string
  /** Whom the user may see. */
  visibilityFor: (request: FastifyRequest) => Promise<Visibility>
  /** Says in the log what was shown of these people, or done: `looked at the list of children`. */
  showed: (request: FastifyRequest, what: string, people: Iterable<string>) => void
  changed: (request: FastifyRequest, what: string, people: Iterable<string>) => void
  /** Where the user may look at what an import that is stored has brought. */
  onwards: (request: FastifyRequest) => readonly { text: string; href: string }[]
  /** The rows of these registers that the user may see, to be taken away; `what` says so in the log. */
  rowsToTakeAway: (request: FastifyRequest, registers: readonly Register[], what: string) => Promise<StoredRows>
}

const REFRESH_SECONDS = 2
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const shown = z.object({ still: z.literal('yes').optional().catch(undefined) })
const confirmed = z.object({ keep: z.literal('valid').optional().catch(undefined) })

/** Which registers there are, taking them away, and the journey of importing them. */
export const registersRoutes =
  ({
    registers,
    permissions,
    section,
    store,
    runs,
    startWork,
    personOf,
    visibilityFor,
    showed,
    changed,
    rowsToTakeAway,
    onwards,
  }: RegistersWebDeps): Routes =>
  (app) => {
    const read = { permission: permissions.read, section }
    const make = { permission: permissions.import, section }
    const takeAway = { permission: permissions.export, section, needsRecentSignIn: true } as const
    type OfRun = { Params: { run: string } }

    async function runOf(request: FastifyRequest<OfRun>): Promise<RegistersRun> {
      const run = await runAsItStands(runs, request.authority.code, request.params.run)
      // It tells what is kept of those whom its sender sees: to the person who sees fewer it is not there.
      if (!run || !seesAllThat(await visibilityFor(request), run.visibility)) throw new PageNotFound()
      return run
    }
    const showedNobody = (request: FastifyRequest) => {
      showed(request, 'looked at the form for importing registers', [])
    }

    app.get('/data/registers', { config: read }, async (request, reply) => {
      const { code } = request.authority
      return reply.view('registers/web/registers.njk', {
        ...registersPage(registers, await store.importsSeen(code, await visibilityFor(request)), code),
        done: done.of(request),
        mayImport: request.may(permissions.import),
        mayExport: request.may(permissions.export),
      })
    })

    app.get('/data/registers/empty.xlsx', { config: read }, (_request, reply) =>
      sendWorkbook(reply, 'registers-to-fill-in', (target) => writeEmptyWorkbook(target, registers)),
    )

    app.get('/data/registers/registers.xlsx', { config: takeAway }, async (request, reply) => {
      const rows = await rowsToTakeAway(request, registers, 'took away the registers as a workbook')
      return sendWorkbook(reply, 'registers', (target) => writeRegistersWorkbook(target, registers, rows))
    })

    app.get<{ Params: { register: string } }>(
      '/data/registers/:register.csv',
      { config: takeAway },
      async (request, reply) => {
        const register = registers.find(({ name }) => name === request.params.register)
        if (!register) throw new PageNotFound()
        const rows = await rowsToTakeAway(request, [register], `took away the register ${register.name} as a file`)
        return sendCsvText(reply, register.name, registerCsv(register, rows))
      },
    )

    app.get('/data/registers/import', { config: make }, (request, reply) => {
      showedNobody(request)
      const page = chooseRegistersPage(null, registers, request.authority.code, reply.generateCsrf())
      return reply.view('registers/web/chooseRegisters.njk', page)
    })

    app.post('/data/registers/import', { config: { ...make, takesFiles: true } }, async (request, reply) => {
      const { authority } = request
      await using upload = await uploadIn(request)
      const { files } = upload
      const problem = problemOf(files)
      if (problem) {
        showedNobody(request)
        const page = chooseRegistersPage(problem, registers, authority.code, reply.generateCsrf())
        return await reply.code(400).view('registers/web/chooseRegisters.njk', page)
      }
      const recordedBy = personOf(request)
      const visibility = await visibilityFor(request)
      const runId = await runs.begin({ authority, recordedBy, visibility, sourceName: sourceNameOf(files), files })
      changed(request, `sent registers to be imported (${importNamed(runId)})`, [])
      startWork({ authority, runId, isKeepingValidRows: false, recordedBy })
      return await reply.redirect(registersPath(authority.code, 'import', runId), 303)
    })

    app.get<OfRun>('/data/registers/import/:run', { config: make }, async (request, reply) => {
      const run = await runOf(request)
      const isRefreshing = !shown.parse(request.query).still
      const page = registersRunPage(run, request.authority.code, reply.generateCsrf(), isRefreshing)
      showed(request, `looked at what comes of registers sent (${importNamed(run.id)})`, run.result?.peopleShown ?? [])
      // The header, not a script: the page moves on in any browser, and whom that disturbs can stop it.
      if (page.view === 'working' && isRefreshing) reply.header('refresh', REFRESH_SECONDS)
      return reply.view('registers/web/registersRun.njk', { ...page, onwards: onwards(request) })
    })

    app.get<OfRun>('/data/registers/import/:run/errors.csv', { config: make }, async (request, reply) => {
      const { result, id } = await runOf(request)
      if (!result) throw new PageNotFound()
      showed(request, `took away the errors in registers sent (${importNamed(id)})`, result.peopleShown)
      return sendCsv(reply, `errors-${id.slice(0, 8)}`, problemsTable([...result.errors, ...result.hindrances]))
    })

    app.post<OfRun>('/data/registers/import/:run/confirm', { config: make }, async (request, reply) => {
      const { authority } = request
      const { id } = await runOf(request)
      const isKeepingValidRows = confirmed.parse(request.body).keep !== undefined
      if (await runs.advance(authority.code, id, 'ready', 'storing')) {
        changed(request, `confirmed the import of registers (${importNamed(id)})`, [])
        startWork({ authority, runId: id, isKeepingValidRows, recordedBy: personOf(request) })
      } else showed(request, 'confirmed an import of registers again', [])
      return reply.redirect(registersPath(authority.code, 'import', id), 303)
    })

    app.post<OfRun>('/data/registers/import/:run/discard', { config: make }, async (request, reply) => {
      const { id, state } = await runOf(request)
      if (state !== 'storing') await runs.discard(request.authority.code, id)
      changed(request, `gave up the import of registers (${importNamed(id)})`, [])
      return reply.redirect(done.path(registersPath(request.authority.code), 'given_up'), 303)
    })
  }

function sendWorkbook(reply: FastifyReply, name: string, write: (target: PassThrough) => Promise<void>): FastifyReply {
  const target = new PassThrough()
  // What goes wrong half way breaks the download off: a workbook that is cut short can't be taken for a whole one.
  write(target).catch((fault: unknown) => {
    target.destroy(fault instanceof Error ? fault : new Error('not an error'))
  })
  return reply.type(WORKBOOK).header('content-disposition', `attachment; filename="${name}.xlsx"`).send(target)
}

/** As `sendCsv`, for a text that is CSV already. */
function sendCsvText(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(`\uFEFF${text}`)
}
