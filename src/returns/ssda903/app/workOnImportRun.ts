import { basename } from 'node:path'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { findingKinds, heaviestFirst } from '../../../children/domain/findingKinds.ts'
import { type Visibility, seenByBoth } from '../../../kernel/visibility.ts'
import { counted } from '../../../kernel/words.ts'
import type { ImportOutcome, ImportReturn } from './importReturn.ts'
import type { ImportRunProgress, ImportRunResult, ImportRunStore, SentFile } from './importRuns.ts'

/** Which run to work on. */
export interface ImportJob {
  authority: { code: string; name: string }
  runId: string
  /** The id of the person who sent the files or, to store them, confirmed it. */
  recordedBy: string
  /** Whether it may take all children out of the year. */
  mayEmptyYear: boolean
}

export interface ImportWorkerDeps {
  runs: ImportRunStore
  importReturn: ImportReturn
  /** Puts the files where they can be read, for as long as `work` takes. */
  withFiles: <Result>(files: readonly SentFile[], work: (path: string) => Promise<Result>) => Promise<Result>
  /** Whom a person may see of an authority when they import. Throws where they may import nothing. */
  visibilityOf: (authority: string, person: string) => Promise<Visibility>
  /** Milliseconds that only ever go up. */
  clock: () => number
  /** Tells of a fault; what it is given may hold children's data and must not be logged whole. */
  onFault: (fault: unknown) => void
}

/** So many errors are kept of a refused return: nobody mends more before trying again. */
const MOST_ERRORS_KEPT = 1000
const NOTED_EVERY_MILLISECONDS = 400

/** Does the work that a run waits for: checks it where it is `checking`, stores it where it is `storing`. */
export const makeImportWorker =
  (deps: ImportWorkerDeps) =>
  async ({ authority, runId, recordedBy, mayEmptyYear }: ImportJob): Promise<void> => {
    const { runs, withFiles } = deps
    const { code } = authority
    const run = await runs.find(code, runId)
    if (!run || (run.state !== 'checking' && run.state !== 'storing')) return
    const isPreview = run.state === 'checking'
    const { year, sourceName } = run
    try {
      // What is stored is at most what was shown before, also where someone else confirms it.
      const visibility = seenByBoth(run.visibility, await deps.visibilityOf(code, recordedBy))
      const outcome = await withFiles(await runs.files(code, runId), async (path) => {
        const done = await deps.importReturn(
          {
            authority,
            year: reportingYear(year),
            path,
            sourceName,
            isPreview,
            mayEmptyYear,
            run: { id: runId, resultOf },
            recordedBy,
            visibility,
          },
          noting(deps, code, runId),
        )
        return inNamesOfSender(done, basename(path), sourceName)
      })
      // What is stored has ended the run with it.
      if (outcome.outcome === 'stored') return
      const result = resultOf(
        outcome.outcome === 'would_empty' ? refusedEmptying(sourceName, outcome.children) : outcome,
      )
      await runs.finish(code, runId, result.outcome === 'previewed' ? 'ready' : 'refused', result)
    } catch (fault) {
      deps.onFault(fault)
      await runs.finish(code, runId, 'failed', null)
    }
  }

/** Those who sent the files know what they sent, and not the folder in which the files are read. */
function inNamesOfSender(outcome: ImportOutcome, folder: string, sourceName: string): ImportOutcome {
  if (outcome.outcome !== 'refused') return outcome
  const errors = outcome.errors.map((error) => (error.file === folder ? { ...error, file: sourceName } : error))
  return { ...outcome, errors }
}

/** Notes progress now and then: a note for each row would take longer than the import. */
function noting({ runs, clock, onFault }: ImportWorkerDeps, code: string, runId: string) {
  let lastNoted = -Infinity
  let lastStage = ''
  return (progress: ImportRunProgress): void => {
    if (progress.stage === lastStage && clock() - lastNoted < NOTED_EVERY_MILLISECONDS) return
    lastNoted = clock()
    lastStage = progress.stage
    runs.note(code, runId, progress).catch(onFault)
  }
}

const refusedEmptying = (file: string, children: number): ImportOutcome & { outcome: 'refused' } => ({
  outcome: 'refused',
  errors: [{ file, row: null, column: null, value: null, reason: emptyingReason(children) }],
  moreErrors: 0,
})

const emptyingReason = (children: number): string =>
  `has no rows: it would take all ${counted(children, 'child', 'children')} out of the year`

function resultOf(outcome: Exclude<ImportOutcome, { outcome: 'would_empty' }>): ImportRunResult {
  if (outcome.outcome === 'refused') {
    const left = outcome.errors.length - MOST_ERRORS_KEPT
    return {
      outcome: 'refused',
      errors: outcome.errors.slice(0, MOST_ERRORS_KEPT),
      moreErrors: outcome.moreErrors + Math.max(0, left),
    }
  }
  return {
    outcome: outcome.outcome,
    changes: outcome.changes,
    addedChildren: outcome.addedChildren.slice(0, MOST_ERRORS_KEPT),
    changedChildren: outcome.changedChildren.slice(0, MOST_ERRORS_KEPT),
    removedChildren: outcome.removedChildren.slice(0, MOST_ERRORS_KEPT),
    otherYear: outcome.otherYear,
    childrenShown: outcome.childrenShown,
    rowCounts: outcome.rowCounts,
    warnings: outcome.warnings.slice(0, MOST_ERRORS_KEPT),
    found: heaviestFirst(findingKinds(outcome.findings)).map(({ code, count, example }) => ({
      code,
      count,
      what: example.what,
      counted: example.counted,
    })),
  }
}
