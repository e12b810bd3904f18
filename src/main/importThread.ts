import { join } from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { FastifyBaseLogger } from 'fastify'
import type { Configuration } from '../platform/configuration.ts'
import { type WorkQueue, makeWorkQueue } from '../platform/imports/queue.ts'
import { withThreadFolder } from '../platform/imports/threadFolders.ts'
import { sourceFolder } from '../platform/sources.ts'
import { traceOf } from '../platform/web/errors.ts'
import type { House } from '../house/house.ts'
import { markFailed, markRefused, noteWaiting } from '../returns/work.ts'
import type { Work } from '../returns/workSchema.ts'

/** What one import may take. */
export interface ImportLimits {
  memoryMegabytes: number
  minutes: number
}

/** England's largest authority takes a fifth of the memory, and a minute. */
export const importLimits: ImportLimits = { memoryMegabytes: 1000, minutes: 10 }

/** Each has a thread and its memory; two leave a small server its pages. */
const MOST_AT_ONCE = 2
const NOTED_EVERY_MILLISECONDS = 20_000
const MINUTE = 60_000

/** Imports through the pages, each in a thread of its own with a bound on what it may take; a few at once, the others wait. */
export function makeImportQueue(
  house: House,
  { database }: Pick<Configuration, 'database'>,
  log: FastifyBaseLogger,
  limits = importLimits,
): WorkQueue<Work> {
  const onFault = (fault: unknown): void => {
    log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'an import failed')
  }
  return makeWorkQueue<Work>({
    mostAtOnce: MOST_AT_ONCE,
    doWork: async (work) => {
      const ending = await withThreadFolder((folder) => endOf({ work, database, folder }, limits))
      if (ending.kind === 'bound') await markRefused(work, ending.reason, house)
      else if (ending.kind === 'fault') {
        onFault(ending.fault)
        await markFailed(work, house)
      }
    },
    note: (work, before) => noteWaiting(work, before, house),
    onFault,
    every: (task) => {
      const timer = setInterval(task, NOTED_EVERY_MILLISECONDS).unref()
      return () => {
        clearInterval(timer)
      }
    },
  })
}

/** How a thread ended: by itself, with a fault, or since it passed a bound. */
type Ending = { kind: 'done' } | { kind: 'fault'; fault: unknown } | { kind: 'bound'; reason: string }

function endOf(workerData: object, { memoryMegabytes, minutes }: ImportLimits): Promise<Ending> {
  const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 64 }
  const worker = new Worker(join(sourceFolder, 'main/importWorker.ts'), { workerData, resourceLimits })
  return new Promise((resolve) => {
    let ending: Ending = { kind: 'done' }
    const timer = setTimeout(() => {
      ending = { kind: 'bound', reason: tookTooMuch(`more than ${minutes} minutes`) }
      void worker.terminate()
    }, minutes * MINUTE).unref()
    worker.on('error', (fault) => {
      const isMemory = fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ending = isMemory
        ? { kind: 'bound', reason: tookTooMuch(`more than ${memoryMegabytes.toLocaleString('en-GB')} MB of memory`) }
        : { kind: 'fault', fault }
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      resolve(ending)
    })
  })
}

const tookTooMuch = (bound: string): string =>
  `takes ${bound} to import, which is the most that one import may: nothing of it is stored. Send it in several parts`
