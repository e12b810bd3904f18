import type { ReadError } from '../../../platform/reading/problems.ts'
import type { ImportProgress, ReturnChanges, RowCounts } from './ports.ts'

/**
 * Where an import through the pages stands. `checking` and `storing`: work goes on elsewhere; `ready`: checked, and
 * waiting to be confirmed; `failed`: a fault of ours.
 */
export type ImportRunState = 'checking' | 'ready' | 'refused' | 'storing' | 'stored' | 'failed'

export type ImportRunProgress = Parameters<ImportProgress>[0]

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

/** One import through the pages: from choosing files to having stored them. */
export interface ImportRun {
  id: string
  /** The calendar year in which the reporting year starts. */
  year: number
  sourceName: string
  state: ImportRunState
  progress: ImportRunProgress | null
  result: ImportRunResult | null
  /** Whether it should be at work but nothing has been heard of it for a minute. */
  isStalled: boolean
}

/** A file that was sent. */
export interface SentFile {
  name: string
  content: Buffer
}

/** Where imports through the pages are kept while they go on: any web process can show any of them. */
export interface ImportRunStore {
  /** Keeps the files and gives the run's id. Its state is `checking`. */
  begin: (run: {
    authority: { code: string; name: string }
    year: number
    sourceName: string
    files: readonly SentFile[]
  }) => Promise<string>
  find: (authority: string, id: string) => Promise<ImportRun | null>
  files: (authority: string, id: string) => Promise<SentFile[]>
  /** Moves the run on, unless it is in another state by now: of two clicks only the first does. */
  advance: (authority: string, id: string, from: ImportRunState, to: ImportRunState) => Promise<boolean>
  note: (authority: string, id: string, progress: ImportRunProgress) => Promise<void>
  /** Ends the work of a state; only a run that is `ready` keeps its files. */
  finish: (authority: string, id: string, state: ImportRunState, result: ImportRunResult | null) => Promise<void>
  discard: (authority: string, id: string) => Promise<void>
}
