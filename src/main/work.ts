import * as z from 'zod'
import { makeRegistersWorker } from '../registers/app/workOnRegistersRun.ts'
import { makeImportWorker } from '../returns/ssda903/app/workOnImportRun.ts'
import { withSentFiles } from '../returns/ssda903/read/sentFiles.ts'
import type { Services } from './services.ts'

const authority = z.object({ code: z.string(), name: z.string() })

/** Work that pages leave to others, so that they stay quick: an import to be checked or stored. */
export const workSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('return'), authority, runId: z.string(), recordedBy: z.string().nullable() }),
  z.object({ kind: z.literal('registers'), authority, runId: z.string(), isKeepingValidRows: z.boolean() }),
])

export type Work = z.infer<typeof workSchema>

/** Does the work. Faults go to `onFault`: what it is given may hold children's data and must not be logged whole. */
export function doWork(work: Work, services: Services, onFault: (fault: unknown) => void): Promise<void> {
  const { importRuns, importReturn, registersRuns, registersImport } = services
  switch (work.kind) {
    case 'return':
      return makeImportWorker({
        runs: importRuns,
        importReturn,
        withFiles: withSentFiles,
        clock: () => performance.now(),
        onFault,
      })(work)
    case 'registers':
      return makeRegistersWorker({
        runs: registersRuns,
        registers: registersImport,
        withFiles: withSentFiles,
        onFault,
      })(work)
  }
}

/** Marks the work's import as failed, where whoever did it is no more. */
export const markFailed = (work: Work, { importRuns, registersRuns }: Services): Promise<void> =>
  (work.kind === 'return' ? importRuns : registersRuns).finish(work.authority.code, work.runId, 'failed', null)
