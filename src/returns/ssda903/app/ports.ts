import type { ReturnCoverage } from '../../../children/domain/record.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { ReturnDocument, YearDocument } from '../domain/document.ts'
import type { TableName } from '../tables.ts'

/** One year's return of one authority, read and ready to be stored. */
export interface ReadyReturn {
  authority: { code: string; name: string }
  /** The calendar year in which the return's year starts. */
  year: number
  /** What it was read from: the name of a folder or file. */
  sourceName: string
  documents: readonly ReturnDocument[]
  rowCounts: Readonly<Partial<Record<TableName, number>>>
  carriesEarlierReviews: boolean
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
  rowCounts: Readonly<Partial<Record<string, number>>>
}

/** How far comparing and storing have come, in children. */
export type StoreProgress = (progress: {
  stage: 'sending' | 'comparing' | 'storing'
  done: number
  total: number
}) => void

/** Where returns are kept, in versions. */
export interface ReturnStore {
  /** What `store` would change; changes nothing. */
  compare: (ready: ReadyReturn, onProgress: StoreProgress) => Promise<ReturnChanges>
  /**
   * Makes this the year's return, whole or, where anything goes wrong, not at all. Earlier versions stay known; what
   * is as it was gets no new version. Two imports of one authority wait for each other.
   */
  store: (ready: ReadyReturn, onProgress: StoreProgress) => Promise<StoredImport>
  /** What is stored now of these children in every other year, by child. */
  otherYears: (authority: string, year: number, children: readonly string[]) => Promise<Map<string, YearDocument[]>>
  /** The returns that are stored now, by year. */
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>
  /** The imports so far, latest first. */
  imports: (authority: string) => Promise<readonly StoredImport[]>
}
