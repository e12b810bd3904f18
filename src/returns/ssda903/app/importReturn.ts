import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import type { Finding } from '../../../children/domain/finding.ts'
import type { ReadError } from '../../../platform/reading/problems.ts'
import type { ImportProgress, ReturnChanges, ReturnReader, ReturnStore, RowCounts } from './ports.ts'
import { type HistoryFindings, findingsOfReturn } from './returnFindings.ts'

/** Which return is to be imported, and whether to try only. */
export interface ImportRequest {
  authority: { code: string; name: string }
  year: ReportingYear
  /** A folder or zip of the return's CSVs, or its XML. */
  path: string
  /** Under which name the import is listed: the folder's or file's. */
  sourceName: string
  /** Whether only to say what importing would change and find. */
  isPreview: boolean
  /** The id of the person who imports it; left out for the command line. */
  recordedBy?: string | null
  /** The import through the pages that this is; left out for the command line. */
  runId?: string
}

/** What became of it. Refused: nothing is stored, and every error is named, or counted beyond a bound. */
export type ImportOutcome =
  | { outcome: 'refused'; errors: readonly ReadError[]; moreErrors: number }
  | {
      outcome: 'stored' | 'previewed'
      changes: ReturnChanges
      rowCounts: RowCounts
      /** What can be read but was not, with where it stands. */
      warnings: readonly ReadError[]
      /** What is odd in this year's return, and between it and other years', with how it is counted. */
      findings: readonly Finding[]
    }

export interface ImportDeps {
  read: ReturnReader
  store: ReturnStore
  historyFindings: HistoryFindings
}

export type ImportReturn = (request: ImportRequest, onProgress: ImportProgress) => Promise<ImportOutcome>

/** Imports one year's return of one authority: whole, in place of what was stored of that year, or not at all. */
export function makeImportReturn({ read, store, historyFindings }: ImportDeps): ImportReturn {
  return async ({ authority, year, path, sourceName, isPreview, recordedBy = null, runId }, onProgress) => {
    const result = await read(path, {
      year,
      onProgress: ({ done, total }) => {
        onProgress({ stage: 'reading', done, total })
      },
    })
    if (!result.ok) return { outcome: 'refused', errors: result.errors, moreErrors: result.moreErrors }
    const { documents, rowCounts, carriesEarlierReviews, warnings } = result
    const ready = {
      authority,
      year: year.startYear,
      sourceName,
      documents,
      rowCounts,
      carriesEarlierReviews,
      recordedBy,
      runId,
    }
    const { added, changed, removed, unchanged } = isPreview
      ? await store.compare(ready, onProgress)
      : await store.store(ready, onProgress)
    const ofHistory = await historyFindings(authority.code, year)
    const findings = await findingsOfReturn(ready, store, ofHistory, onProgress)
    const changes = { added, changed, removed, unchanged }
    return { outcome: isPreview ? 'previewed' : 'stored', changes, rowCounts, warnings, findings }
  }
}
