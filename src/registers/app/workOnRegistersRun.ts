import { basename } from 'node:path'
import { type Visibility, seenByBoth } from '../../kernel/visibility.ts'
import type { SentFile } from '../../platform/imports/runs.ts'
import { differingColumns } from '../incoming/draft.ts'
import { type RegistersImport, countsOf } from './importRegisters.ts'
import type { RegistersChecked } from './registersChecked.ts'
import type { RegistersResult, RegistersRunStore } from './registersRuns.ts'

/** Which run to work on, and how. */
export interface RegistersJob {
  authority: { code: string; name: string }
  runId: string
  /** Whether to store the rows with nothing wrong and leave the others out. */
  isKeepingValidRows: boolean
  /** The id of the person who sent the files or, to store them, confirmed it. */
  recordedBy: string
}

export interface RegistersWorkerDeps {
  runs: RegistersRunStore
  registers: RegistersImport
  /** Puts the files where they can be read, for as long as `work` takes. */
  withFiles: <Result>(files: readonly SentFile[], work: (path: string) => Promise<Result>) => Promise<Result>
  /** Whom a person may see of an authority when they import. Throws where they may import nothing. */
  visibilityOf: (authority: string, person: string) => Promise<Visibility>
  /** Notes that a person sent rows about people whom they may not see. */
  noteHidden: (authority: string, person: string, people: readonly string[]) => Promise<void>
  /** Tells of a fault; what it is given may hold children's data and must not be logged whole. */
  onFault: (fault: unknown) => void
}

/** So many are kept of each list: nobody reads more before trying again. */
const MOST_KEPT = 1000

/** Does the work that a run waits for: checks it where it is `checking`, stores it where it is `storing`. */
export const makeRegistersWorker =
  ({ runs, registers, withFiles, visibilityOf, noteHidden, onFault }: RegistersWorkerDeps) =>
  async ({ authority, runId, isKeepingValidRows, recordedBy }: RegistersJob): Promise<void> => {
    const { code } = authority
    const run = await runs.find(code, runId)
    if (!run || (run.state !== 'checking' && run.state !== 'storing')) return
    const { state, sourceName } = run
    const work = async (path: string): Promise<void> => {
      // What is stored is at most what was shown before, also where someone else confirms it.
      const visibility = seenByBoth(run.visibility, await visibilityOf(code, recordedBy))
      const importer = { recordedBy, visibility }
      if (state === 'checking') {
        const checked = await registers.check({ authority, path, ...importer })
        if (checked.peopleHidden.length > 0) await noteHidden(code, recordedBy, checked.peopleHidden)
        const result = inNamesOfSender(resultOf(checked, false), path, sourceName)
        await runs.finish(code, runId, checked.hasValidRows ? 'ready' : 'refused', result)
        return
      }
      const { checked, change } = await registers.store({
        authority,
        path,
        sourceName,
        isKeepingValidRows,
        run: { id: runId, resultOf: (stored) => inNamesOfSender(resultOf(stored, true), path, sourceName) },
        ...importer,
      })
      if (!change) {
        await runs.finish(code, runId, 'refused', inNamesOfSender(resultOf(checked, false), path, sourceName))
      }
    }
    try {
      await withFiles(await runs.files(code, runId), work)
    } catch (fault) {
      onFault(fault)
      await runs.finish(code, runId, 'failed', null)
    }
  }

/** A result that calls the folder the files lay in while they were read what the sender knows: the files sent. */
function inNamesOfSender(result: RegistersResult, path: string, sourceName: string): RegistersResult {
  const named = <Told extends { file: string }>(told: readonly Told[]): Told[] =>
    told.map((one) => (one.file === basename(path) ? { ...one, file: sourceName } : one))
  const { errors, hindrances, warnings } = result
  return { ...result, errors: named(errors), hindrances: named(hindrances), warnings: named(warnings) }
}

function resultOf(checked: RegistersChecked, isStored: boolean): RegistersResult {
  const { tables, errors, moreErrors, hindrances, warnings, peopleShown } = checked
  const changed = tables.flatMap(({ changes }) =>
    changes.flatMap(({ register, row, content, before }) =>
      before ? [{ register: register.name, row, columns: differingColumns(register, before, content) }] : [],
    ),
  )
  return {
    isStored,
    counts: countsOf(tables),
    changed: changed.slice(0, MOST_KEPT),
    moreChanged: Math.max(0, changed.length - MOST_KEPT),
    errors: errors.slice(0, MOST_KEPT),
    moreErrors: moreErrors + Math.max(0, errors.length - MOST_KEPT),
    hindrances: hindrances.slice(0, MOST_KEPT),
    warnings: warnings.slice(0, MOST_KEPT),
    peopleShown,
  }
}
