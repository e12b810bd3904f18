import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import type { ReturnCoverage } from '../../../children/domain/record.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Visibility } from '../../../kernel/visibility.ts'
import type { EndedRun } from '../../../platform/imports/runs.ts'
import type { ReadError } from '../../../platform/reading/problems.ts'
import type { ReturnDocument, YearDocument } from '../domain/document.ts'
import type { TableName } from '../tables.ts'

/** The rows of each table. */
export type RowCounts = Readonly<Partial<Record<TableName, number>>>

/** How far an import has come: in bytes while it is read, then in children. */
export type ImportProgress = (progress: {
  stage: 'reading' | 'sending' | 'comparing' | 'storing' | 'checking'
  done: number
  total: number
}) => void

/** Reads a return from files. */
export type ReturnReader = (
  path: string,
  options: { year: ReportingYear; onProgress: (progress: { done: number; total: number }) => void },
) => Promise<
  | {
      ok: true
      documents: readonly ReturnDocument[]
      rowCounts: RowCounts
      carriesEarlierReviews: boolean
      warnings: readonly ReadError[]
    }
  | { ok: false; errors: readonly ReadError[]; moreErrors: number }
>

/** One year's return of one authority, read and ready to be stored. */
export interface ReadyReturn {
  authority: { code: string; name: string }
  /** The calendar year in which the return's year starts. */
  year: number
  /** What it was read from: the name of a folder or file. */
  sourceName: string
  documents: readonly ReturnDocument[]
  rowCounts: RowCounts
  carriesEarlierReviews: boolean
  /** The person's id; null for the command line. */
  recordedBy: string | null
  /** Whom the person who imports may see: to them it is as though all others had never been in the records. */
  visibility: Visibility
}

/** How a return differs from what someone may see of what is stored of its year. */
export interface SeenChanges extends ReturnChanges {
  /** The children whom the year did not have before, by id. */
  addedChildren: readonly string[]
  /** The children of whom it says something else than before, by id. */
  changedChildren: readonly string[]
  /** The children of the year whom it does not have, by id. */
  removedChildren: readonly string[]
}

/** What storing a return rests on besides the return. */
export interface StoringTerms {
  /** Whether it may be stored, seeing what that changes; where left out it may. */
  allows?: (changes: SeenChanges) => boolean
  /** The import through the pages that is done with this, stored with it or not at all. */
  ends?: (changes: SeenChanges) => EndedRun
}

/** How a return differs from what is stored of its year, in children. */
export interface ReturnChanges {
  added: number
  changed: number
  removed: number
  unchanged: number
}

/** An import that was stored. */
export interface StoredImport extends ReturnChanges {
  recordedAt: Instant
  year: number
  sourceName: string
  rowCounts: RowCounts
  carriesEarlierReviews: boolean
  /** When the import that this one undoes was recorded; null for an import of files. */
  undoes: Instant | null
  /** Whether no return of the year is known from then on: its only import was undone. */
  isWithdrawal: boolean
}

/** Which import is to be undone: the latest of its year. */
export interface Undoing {
  authority: { code: string; name: string }
  year: number
  /** When it was recorded: a later one of the year is not undone by mistake. */
  recordedAt: Instant
  /** The id of the person who undoes it. */
  recordedBy: string | null
  /** Whom they may see: what is told is of these. What is undone is the whole import. */
  visibility: Visibility
}

/** What undoing an import changes, and what stands then. */
export interface UndoneChanges extends SeenChanges {
  /** The import whose return stands then; null where the year has none any more. */
  restored: Pick<StoredImport, 'recordedAt' | 'sourceName'> | null
}

/** An import as someone sees it: without the rows of the files, which are everyone's. */
export type SeenImport = Omit<StoredImport, 'rowCounts' | 'carriesEarlierReviews'>

/** Where returns are kept, in versions. */
export interface ReturnStore {
  /** What `store` would change, as far as the person who imports may see it; changes nothing. */
  compare: (ready: ReadyReturn, onProgress: ImportProgress) => Promise<SeenChanges>
  /**
   * Makes this the year's return, whole or, where anything goes wrong or `terms` do not allow it, not at all. Earlier
   * versions stay known; what is as it was gets no new version. The year of a child who may not be seen is replaced where
   * the return has the child, and stays where it does not. Two imports of one authority wait for each other.
   */
  store: (
    ready: ReadyReturn,
    onProgress: ImportProgress,
    terms?: StoringTerms,
  ) => Promise<SeenChanges & { isStored: boolean; recordedAt: Instant }>
  /** What undoing this import would change; null where it is not the latest of its year. Changes nothing. */
  compareUndone: (undoing: Undoing) => Promise<UndoneChanges | null>
  /**
   * Makes the year what it was before this import, in new versions; null where it is not the latest of its year. Undoing
   * again brings back what was undone.
   */
  undo: (undoing: Undoing) => Promise<UndoneChanges | null>
  /**
   * What is stored of these children, or of all where null, by child and in order of year: as known at a moment, or now
   * where that is null or left out.
   */
  documents: (
    authority: string,
    children: readonly string[] | null,
    knownAt?: Instant | null,
  ) => Promise<Map<string, YearDocument[]>>
  /** The children of whom the return of another year says something on or after this year's first day. */
  childrenReaching: (authority: string, year: number) => Promise<readonly string[]>
  /** The returns that are stored now, by year. */
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>
  /** The imports so far, latest first. */
  imports: (authority: string) => Promise<readonly StoredImport[]>
  /** The same, each with the children whom someone may see. */
  importsSeen: (authority: string, visibility: Visibility) => Promise<readonly SeenImport[]>
}
