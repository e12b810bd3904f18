import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import type { Finding } from '../../../house/finding.ts'
import { type Visibility, maySeeWith, seesEveryone } from '../../../kernel/visibility.ts'
import type { ReadError } from '../../../platform/reading/problems.ts'
import type { ImportProgress, ReturnChanges, ReturnReader, ReturnStore, RowCounts, SeenChanges } from './ports.ts'
import { type OtherYear, yearOfDates } from '../domain/yearOfDates.ts'
import { type HistoryFindings, findingsOfReturn } from './returnFindings.ts'

/** Who imports: a person with whom the person may see, or the command line, which sees all. */
export type Importer = { recordedBy?: null; visibility?: undefined } | { recordedBy: string; visibility: Visibility }

/** Which return is to be imported, and whether to try only. */
export type ImportRequest = Importer & {
  authority: { code: string; name: string }
  year: ReportingYear
  /** A folder or zip of the return's CSVs, or its XML. */
  path: string
  /** Under which name the import is listed: the folder's or file's. */
  sourceName: string
  /** Whether only to say what importing would change and find. */
  isPreview: boolean
  /** Whether a return without any child may take all children out of the year. */
  mayEmptyYear?: boolean
  /** The import through the pages that ends with storing, in the same transaction; with how its result is put. */
  run?: { id: string; resultOf: (done: DoneImport) => unknown }
}

/** What an import has done, or would do, as far as the person who imports may see it. */
export interface DoneImport {
  outcome: 'stored' | 'previewed'
  changes: ReturnChanges
  /** The children who come into the year, of whom it says something else, and who go from it, by id. */
  addedChildren: readonly string[]
  changedChildren: readonly string[]
  removedChildren: readonly string[]
  /** The year that the files' own dates speak of, where that is another than the one said. */
  otherYear: OtherYear | null
  /** The children of whom this says what is stored. */
  childrenShown: readonly string[]
  rowCounts: RowCounts
  /** What can be read but was not, with where it stands. */
  warnings: readonly ReadError[]
  /** What is odd in this year's return, and between it and other years', with how it is counted. */
  findings: readonly Finding[]
}

/**
 * What became of it. Refused: nothing is stored, and every error is named, or counted beyond a bound. The same where it
 * would empty the year and nobody said that it may.
 */
export type ImportOutcome =
  | { outcome: 'refused'; errors: readonly ReadError[]; moreErrors: number }
  | { outcome: 'would_empty'; children: number }
  | DoneImport

export interface ImportDeps {
  read: ReturnReader
  store: ReturnStore
  historyFindings: HistoryFindings
}

export type ImportReturn = (request: ImportRequest, onProgress: ImportProgress) => Promise<ImportOutcome>

/**
 * Imports one year's return of one authority: whole, in place of what was stored of that year, or not at all. To the person
 * who imports, children whom they may not see are unknown: what they are told of these is what the files themselves say.
 */
export function makeImportReturn({ read, store, historyFindings }: ImportDeps): ImportReturn {
  return async (
    { authority, year, path, sourceName, isPreview, mayEmptyYear = false, run, ...importer },
    onProgress,
  ) => {
    const result = await read(path, {
      year,
      onProgress: ({ done, total }) => {
        onProgress({ stage: 'reading', done, total })
      },
    })
    if (!result.ok) return { outcome: 'refused', errors: result.errors, moreErrors: result.moreErrors }
    const { documents, rowCounts, carriesEarlierReviews, warnings } = result
    const { recordedBy = null, visibility = seesEveryone } = importer
    const maySee = maySeeWith(visibility)
    const ready = {
      authority,
      year: year.startYear,
      sourceName,
      documents,
      rowCounts,
      carriesEarlierReviews,
      recordedBy,
      visibility,
    }
    // Before it is stored: what other years say is the same before and after, and the result is stored with the return.
    const findings = await findingsOfReturn(ready, store, await historyFindings(authority.code, year), onProgress)
    const seenInFiles = documents.map(({ child }) => child).filter(maySee)
    const otherYear = yearOfDates(documents, year.startYear)
    const doneWith = ({ addedChildren, changedChildren, removedChildren, ...counts }: SeenChanges): DoneImport => ({
      outcome: isPreview ? 'previewed' : 'stored',
      changes: { added: counts.added, changed: counts.changed, removed: counts.removed, unchanged: counts.unchanged },
      addedChildren,
      changedChildren,
      removedChildren,
      otherYear,
      childrenShown: [...seenInFiles, ...removedChildren],
      rowCounts,
      warnings,
      findings,
    })
    if (isPreview) return doneWith(await store.compare(ready, onProgress))
    const stored = await store.store(ready, onProgress, {
      allows: ({ removed }) => documents.length > 0 || removed === 0 || mayEmptyYear,
      ...(run && { ends: (changes: SeenChanges) => ({ runId: run.id, result: run.resultOf(doneWith(changes)) }) }),
    })
    return stored.isStored ? doneWith(stored) : { outcome: 'would_empty', children: stored.removed }
  }
}
