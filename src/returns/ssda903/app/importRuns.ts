import type { Run, RunProgress, RunStore } from '../../../platform/imports/runs.ts'
import type { ReadError } from '../../../platform/reading/problems.ts'
import type { Visibility } from '../../../kernel/visibility.ts'
import type { OtherYear } from '../domain/yearOfDates.ts'
import type { ImportProgress, ReturnChanges, RowCounts } from './ports.ts'

export type { RunState as ImportRunState, SentFile } from '../../../platform/imports/runs.ts'

/** What an import through the pages is asked for. */
export interface ReturnAsked {
  /** The calendar year in which the reporting year starts. */
  year: number
  /** Whom the person who sent the files could see then: the result is of what they could see. */
  visibility: Visibility
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
      /** The first of the children who come into the year, are changed, and go from it, by id. */
      addedChildren: readonly string[]
      changedChildren: readonly string[]
      removedChildren: readonly string[]
      /** The children of whom this says what is stored. */
      childrenShown: readonly string[]
      /** The year that the files' own dates speak of, where that is another than the one said. */
      otherYear: OtherYear | null
      rowCounts: RowCounts
      warnings: readonly ReadError[]
      found: readonly FoundKind[]
    }

/** Whether the import takes every child out of the year who is stored there: nobody means that by chance. */
export const isEmptying = (result: ImportRunResult | null): boolean =>
  result !== null &&
  result.outcome !== 'refused' &&
  result.changes.removed > 0 &&
  result.changes.changed + result.changes.unchanged === 0

/** One import of a return through the pages. */
export type ImportRun = Run<ReturnAsked, ImportRunResult, Stage>

/** Where they are kept while they go on. */
export type ImportRunStore = RunStore<ReturnAsked, ImportRunResult, Stage>
