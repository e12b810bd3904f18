import { refusedRegisters } from '../registers/app/registersRuns.ts'
import { makeRegistersWorker } from '../registers/app/workOnRegistersRun.ts'
import { makeImportWorker } from './ssda903/app/workOnImportRun.ts'
import { withSentFiles } from './ssda903/read/sentFiles.ts'
import { accessServices } from '../access/services.ts'
import type { House } from '../house/house.ts'
import { returnsServices } from './services.ts'
import type { Work } from './workSchema.ts'

/** So often an import that is worked on says so: one that has not for a minute has ended. */
const BEAT_MILLISECONDS = 15_000

/** Does the work, with its files in a `folder` or that of the system. Faults go to `onFault`: what it is given may hold children's data and must not be logged whole. */
export async function doWork(
  work: Work,
  house: House,
  onFault: (fault: unknown) => void,
  folder?: string,
): Promise<void> {
  const { importRuns, importReturn, registersRuns, registersImport, visibilityOf } = returnsServices(house)
  const { log } = accessServices(house)
  const runs = work.kind === 'return' ? importRuns : registersRuns
  const beating = setInterval(() => void runs.beat(work.authority.code, work.runId).catch(onFault), BEAT_MILLISECONDS)
  const withFiles: typeof withSentFiles = (files, read) => withSentFiles(files, read, folder)
  const surroundings = { withFiles, visibilityOf, onFault }
  try {
    await (work.kind === 'return'
      ? makeImportWorker({ runs: importRuns, importReturn, clock: () => performance.now(), ...surroundings })(work)
      : makeRegistersWorker({
          runs: registersRuns,
          registers: registersImport,
          noteHidden: (code, personId, children) =>
            log.append(code, {
              personId,
              action: 'read',
              what: 'sent rows about the record, which were refused',
              children,
            }),
          ...surroundings,
        })(work))
  } finally {
    clearInterval(beating)
  }
}

/** Says of the work's import that it failed, where the process that did it is no more and it was not stored by then. */
export const markFailed = (work: Work, house: House): Promise<void> =>
  runsOf(work, house).stop(work.authority.code, work.runId, 'failed', null)

/** Says of the work's import why it was refused as a whole, unless it was stored by then. */
export async function markRefused(work: Work, reason: string, house: House): Promise<void> {
  const { importRuns, registersRuns } = returnsServices(house)
  const { authority, runId } = work
  const errorsOf = (run: { sourceName: string } | null) => [
    { file: run?.sourceName ?? '', row: null, column: null, value: null, reason },
  ]
  if (work.kind === 'return') {
    const errors = errorsOf(await importRuns.find(authority.code, runId))
    await importRuns.stop(authority.code, runId, 'refused', { outcome: 'refused', errors, moreErrors: 0 })
  } else {
    const errors = errorsOf(await registersRuns.find(authority.code, runId))
    await registersRuns.stop(authority.code, runId, 'refused', refusedRegisters(errors))
  }
}

/** Says that the work's import waits for so many others, or, with null, that it is at work. */
export const noteWaiting = (work: Work, before: number | null, house: House): Promise<void> =>
  runsOf(work, house).noteWaiting(work.authority.code, work.runId, before)

function runsOf(work: Work, house: House) {
  const { importRuns, registersRuns } = returnsServices(house)
  return work.kind === 'return' ? importRuns : registersRuns
}
