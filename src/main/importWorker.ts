/** The thread in which one import through the pages is checked or stored, with connections of its own. */
import { workerData } from 'node:worker_threads'
import * as z from 'zod'
import { openDatabase } from '../platform/database/database.ts'
import { traceOf } from '../platform/web/errors.ts'
import { makeLog } from '../platform/web/logging.ts'
import { doWork } from '../returns/work.ts'
import { workSchema } from '../returns/workSchema.ts'
import { houseOn } from './house.ts'

const {
  work,
  database: configuration,
  folder,
} = z
  .object({
    work: workSchema,
    folder: z.string(),
    database: z.object({ url: z.string().nullable(), ownerUrl: z.string().nullable(), dataFolder: z.string() }),
  })
  .parse(workerData)

const log = makeLog('error')
const { database, close } = await openDatabase(configuration)
try {
  const onFault = (fault: unknown) => {
    log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'an import failed')
  }
  await doWork(work, await houseOn(database), onFault, folder)
} finally {
  await close()
}
