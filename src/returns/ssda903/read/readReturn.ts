import { basename } from 'node:path'
import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import {
  type ReadError,
  type ReadProgress,
  type Refused,
  FileReport,
  Problems,
} from '../../../platform/reading/problems.ts'
import type { RowReceiver } from '../../../platform/reading/rows.ts'
import { valueOf, whyUnreadable } from '../domain/cells.ts'
import type { ReturnDocument } from '../domain/document.ts'
import { ReturnDraft } from '../domain/draft.ts'
import { type TableName, tables } from '../tables.ts'
import { readTables } from './readTables.ts'

/** What reading a return for the import gives. */
export type ReadResult = ReadReturn | Refused

export interface ReadReturn {
  ok: true
  /** One a child, in the order of the children's identifiers. */
  documents: ReturnDocument[]
  /** The rows of each table that the return has, without rows that are blank throughout. */
  rowCounts: Partial<Record<TableName, number>>
  /** Whether it carries the history of reviews before its year with it. */
  carriesEarlierReviews: boolean
  /** What can be read but should be looked at: files and columns that were not read. */
  warnings: readonly ReadError[]
}

interface Options {
  /** The year that the return is of. */
  year: ReportingYear
  onProgress?: (progress: ReadProgress) => void
}

/** Without these a return would silently say that no child was looked after or reviewed. */
const indispensable = ['Header', 'Episodes', 'Reviews'] as const
const fileNames = { Header: 'header.csv', Episodes: 'episodes.csv', Reviews: 'reviews.csv' }

/**
 * The return at `path`, a document a child. Where anything in it can't be read (a file that is no table, text where a
 * date must be, a row without a child), it is refused whole, with every error.
 */
export async function readReturn(path: string, { year, onProgress }: Options): Promise<ReadResult> {
  const problems = new Problems()
  const whole = new FileReport(basename(path), problems)
  const draft = new ReturnDraft(year)
  const rowCounts: Partial<Record<TableName, number>> = {}
  const found = await readTables(
    path,
    (table, columns, report) => {
      rowCounts[table] ??= 0
      return cellReader(table, columns, report, (values, row) => {
        rowCounts[table] = (rowCounts[table] ?? 0) + 1
        // What is refused is not kept: only its errors are of use.
        if (!problems.areAny) draft.add(table, values, row)
      })
    },
    problems,
    onProgress,
  )
  for (const table of found.size > 0 ? indispensable : []) {
    if (!found.has(table))
      whole.error(`has no file ${fileNames[table]}: a table without rows still has its column names`)
  }
  if (rowCounts.Header === 0 && rowCounts.Episodes) {
    new FileReport(fileNames.Header, problems).error(
      `has no rows, though ${fileNames.Episodes} has ${rowCounts.Episodes}: who the children are would not be known`,
    )
  }
  if (problems.areAny) return problems.refused()
  if (!draft.speaksOfItsYear) whole.warn(`says nothing of ${year.name}: is it the return of that year?`)
  return {
    ok: true,
    documents: draft.documents(),
    rowCounts,
    carriesEarlierReviews: draft.carriesEarlierReviews,
    warnings: problems.warnings,
  }
}

/** Gives what makes plain values of a row's cells, in the order of `tables`, and hands them on where all can be read. */
function cellReader(
  table: TableName,
  columns: readonly string[],
  report: FileReport,
  take: (values: readonly string[], row: number) => void,
): RowReceiver {
  const plan = tables[table].map(({ name, kind }) => ({ name, kind, index: columns.indexOf(name) }))
  return (cells, row) => {
    const errorsBefore = report.errorCount
    const values = plan.map(({ name, kind, index }) => {
      const cell = cells[index] ?? ''
      const value = valueOf(kind, cell)
      if (value === null) report.error(whyUnreadable(kind, cell), { row, column: name, value: cell })
      return value ?? ''
    })
    if (report.errorCount > errorsBefore) return
    if (values[0] !== '') take(values, row)
    else if (values.every((value) => value === '')) report.warn('is blank: it is not read', { row })
    else report.error('is blank: whose row is it?', { row, column: 'CHILD', value: '' })
  }
}
