import { Worker } from 'node:worker_threads'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { PlainDate } from '../kernel/dates.ts'
import { overviewRoutes } from '../overview/web/routes.ts'
import type { Configuration } from '../platform/configuration.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import { Refusal } from '../platform/refusal.ts'
import { traceOf } from '../platform/web/errors.ts'
import { makeLog } from '../platform/web/logging.ts'
import { webServer } from '../platform/web/server.ts'
import { reportRoutes } from '../reporting/web/routes.ts'
import type { ImportJob } from '../returns/ssda903/app/workOnImportRun.ts'
import { dataRoutes } from '../returns/ssda903/web/routes.ts'
import { type Services, today } from './services.ts'

/** What the web application is given besides the services. */
export interface WebSurroundings {
  log: FastifyBaseLogger
  today: () => PlainDate
  /** Has an import worked on, elsewhere than in this thread. */
  startWork: (job: ImportJob) => void
}

/** The web application of these services: every room's pages under one roof. */
export function webApplication(
  services: Services,
  { log, today, startWork }: WebSurroundings,
): Promise<FastifyInstance> {
  const { database, worlds, returns, findings, importRuns, annualReport, words } = services
  return webServer({
    log,
    authorities: () => authoritiesHere(database),
    routes: [
      overviewRoutes({ worlds, findingsOf: findings.ofChild, coverage: returns.coverage, today }),
      reportRoutes({ annualReport, words, coverage: returns.coverage, today }),
      dataRoutes({ returns, runs: importRuns, findings, startWork, today }),
    ],
  })
}

/** A web application that listens. */
export interface Serving {
  /** `http://127.0.0.1:3000`. */
  address: string
  close: () => Promise<void>
}

/**
 * Has the web application listen on this computer's own address, which no other computer reaches: nobody signs in yet.
 * Port 0 takes a free one. Throws `Refusal` where the port is taken.
 */
export async function startServing(services: Services, configuration: Configuration, port: number): Promise<Serving> {
  // A fault's page names an incident: what happened must be found in the log, also where nobody asked for a log.
  const log = makeLog(configuration.logLevel === 'silent' ? 'error' : configuration.logLevel)
  const startWork = (job: ImportJob) => {
    workElsewhere(job, configuration, services, log)
  }
  const app = await webApplication(services, { log, today, startWork })
  try {
    const address = await app.listen({ host: '127.0.0.1', port })
    return { address, close: () => app.close() }
  } catch (error) {
    await app.close()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Refusal(`Port ${port} is in use. Choose another with --port, or 0 for any that is free.`)
    }
    throw error
  }
}

function workElsewhere(
  job: ImportJob,
  { database }: Configuration,
  { importRuns }: Services,
  log: FastifyBaseLogger,
): void {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { workerData: { job, database } })
  worker.on('error', (error) => {
    log.error(traceOf(error instanceof Error ? error : new Error('not an error')), 'an import failed')
    importRuns.finish(job.authority.code, job.runId, 'failed', null).catch((fault: unknown) => {
      if (fault instanceof Error) log.error(traceOf(fault), 'a failed import could not be marked')
    })
  })
}
