/** The thread in which one import through the pages is checked or stored, with connections of its own. */
import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openDatabase } from '../platform/database/database.ts'
import { traceOf } from '../platform/web/errors.ts'
import { makeLog } from '../platform/web/logging.ts'
import { makeImportWorker } from '../returns/ssda903/app/workOnImportRun.ts'
import { withSentFiles } from '../returns/ssda903/read/sentFiles.ts'
import { servicesOn } from './services.ts'

const { job, database: configuration } = z
  .object({
    job: z.object({ authority: z.object({ code: z.string(), name: z.string() }), runId: z.string() }),
    database: z.object({ url: z.string().nullable(), ownerUrl: z.string().nullable(), dataFolder: z.string() }),
  })
  .parse(workerData)

const log = makeLog('error')
const { database, close } = await openDatabase(configuration)
try {
  const { importRuns, importReturn } = servicesOn(database)
  const work = makeImportWorker({
    runs: importRuns,
    importReturn,
    withFiles: withSentFiles,
    clock: () => performance.now(),
    onFault: (fault) => {
      log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'an import failed')
    },
  })
  await work(job)
} finally {
  await close()
}
