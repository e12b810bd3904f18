import type { Run, RunProgress, RunStore } from '../../../platform/imports/runs.ts'
import type { ReadError } from '../../../platform/reading/problems.ts'
import type { ImportProgress, ReturnChanges, RowCounts } from './ports.ts'

export type { RunState as ImportRunState, SentFile } from '../../../platform/imports/runs.ts'

/** What an import through the pages is asked for: the calendar year in which the reporting year starts. */
export interface ReturnAsked {
  year: number
}

type Stage = Parameters<ImportProgress>[0]['stage']

export type ImportRunProgress = RunProgress<Stage>

/** A kind of oddity found in a return: how often, and one of them. */
export interface FoundKind {
  code: string
  count: number
  what: string
  counted: string
}

/** What checking or storing came to, short enough to keep: findings by kind only. */
export type ImportRunResult =
  | { outcome: 'refused'; errors: readonly ReadError[]; moreErrors: number }
  | {
      outcome: 'previewed' | 'stored'
      changes: ReturnChanges
      rowCounts: RowCounts
      warnings: readonly ReadError[]
      found: readonly FoundKind[]
    }

/** One import of a return through the pages. */
export type ImportRun = Run<ReturnAsked, ImportRunResult, Stage>

/** Where they are kept while they go on. */
export type ImportRunStore = RunStore<ReturnAsked, ImportRunResult, Stage>
