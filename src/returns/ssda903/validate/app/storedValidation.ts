import type { ReportingYear } from '../../../../calendar/reportingYear.ts'
import type { Versions } from '../../../../world/app/worlds.ts'
import type { Instant } from '../../../../kernel/dates.ts'
import { MemoryBudget } from '../../../../kernel/memoryBudget.ts'
import type { StoredImport } from '../../app/ports.ts'
import type { YearDocument } from '../../domain/document.ts'
import { documentsOfYear, storedTables } from '../../domain/storedTables.ts'
import type { TableName } from '../../tables.ts'
import { type FailingRows, validateReturn } from '../validate.ts'
import { type FactsOfFailure, cellReader, factsAbout } from './failureFacts.ts'

/** A row of the stored return that fails a rule. */
export interface StoredFailure extends FactsOfFailure {
  rule: string
  message: string
  hint: string
  table: TableName
  fields: readonly string[]
  /** The row in the file that was imported; the header is row 1. */
  row: number
  child: string
  /** Whether it did not fail before the year's latest import. False where there was none before. */
  isNew: boolean
}

/** What the return's rules say of a stored year, and what the latest import of it changed. */
export interface StoredValidation {
  collection: string
  ruleset: string
  rulesRun: number
  rulesSkipped: readonly { rule: string; reason: string }[]
  failures: readonly StoredFailure[]
  /** What failed before the latest import of the year and does not now. */
  mended: readonly { rule: string; child: string }[]
  /** Whether an earlier import of the year is there to compare with. */
  hasEarlierImport: boolean
}

/** Where the stored returns are read. */
export interface StoredReturns {
  documents: (
    authority: string,
    children: readonly string[] | null,
    knownAt?: Instant | null,
  ) => Promise<Map<string, YearDocument[]>>
  imports: (authority: string) => Promise<readonly StoredImport[]>
}

/** With what it holds of the return that it was found in: 1,800 to 8,000 measured. */
const BYTES_A_FAILURE = 4_000

const isNotAfter = (a: Instant, b: Instant): boolean => a.epochNanoseconds <= b.epochNanoseconds

/** Validates what is stored of a year. Remembered until the authority's returns change. */
export type ValidateStored = (authority: string, year: ReportingYear) => Promise<StoredValidation>

/** The rules run over stored years as they do over files: nothing about a failure is stored. */
export function makeValidateStored(
  returns: StoredReturns,
  versions: (authority: string) => Promise<Pick<Versions, 'returns'>>,
  budget = new MemoryBudget(Infinity),
): ValidateStored {
  const remembered = budget.values<{ version: string; validation: Promise<StoredValidation> }>()

  async function validate(authority: string, year: ReportingYear): Promise<StoredValidation> {
    const imports = await returns.imports(authority)
    const before = imports.filter((one) => one.year === year.startYear)[1]?.recordedAt ?? null
    const now = await failuresAt(authority, year, imports, null)
    const earlier = before ? (await failuresAt(authority, year, imports, before)).failures : []
    const known = new Set(earlier.map(keyOf))
    const still = new Set(now.failures.map(keyOf))
    return {
      ...now,
      failures: now.failures.map((failure) => ({ ...failure, isNew: before !== null && !known.has(keyOf(failure)) })),
      mended: earlier.filter((failure) => !still.has(keyOf(failure))),
      hasEarlierImport: before !== null,
    }
  }

  async function failuresAt(
    authority: string,
    year: ReportingYear,
    imports: readonly StoredImport[],
    knownAt: Instant | null,
  ) {
    const documents = await returns.documents(authority, null, knownAt)
    const tablesOf = (startYear: number) => {
      const known = imports.find(
        (one) => one.year === startYear && (knownAt === null || isNotAfter(one.recordedAt, knownAt)),
      )
      return storedTables(documentsOfYear(documents, startYear), (table) => known?.rowCounts[table] !== undefined)
    }
    const now = tablesOf(year.startYear)
    const last = tablesOf(year.startYear - 1)
    const hasLastYear = last.tables.some(({ rows }) => rows.length > 0)
    const { collection, ruleset, rulesRun, rulesSkipped, failures } = validateReturn({
      tables: now.tables,
      collection: year,
      authority,
      ...(hasLastYear && { previous: last.tables }),
    })
    const rowOf = ({ table }: FailingRows, row: number) => now.rowsInFile.get(table)?.[row] ?? 0
    const cellIn = cellReader(now.tables)
    return {
      collection,
      ruleset,
      rulesRun: rulesRun.length,
      rulesSkipped,
      failures: failures.flatMap((failing) =>
        failing.rows.map(({ row, child }) => ({
          rule: failing.rule,
          message: failing.message,
          hint: failing.hint,
          table: failing.table,
          fields: failing.fields,
          row: rowOf(failing, row),
          child: child.id,
          ...factsAbout(failing, (column) => cellIn(failing.table, row, column)),
          isNew: false,
        })),
      ),
    }
  }

  return async (authority, year) => {
    const version = (await versions(authority)).returns
    const name = `validation ${year.name}`
    const known = remembered.get(authority, name)
    if (known?.version === version) return known.validation
    const validation = validate(authority, year)
    const bytes = validation.then(({ failures, mended }) => (failures.length + mended.length) * BYTES_A_FAILURE)
    remembered.set(authority, name, { version, validation }, bytes)
    return validation
  }
}

/** Failures of two imports are one where rule, table and child are the same: the number of a row changes when a file is sorted anew. */
const keyOf = ({ rule, table, child }: Pick<StoredFailure, 'rule' | 'table' | 'child'>): string =>
  `${rule} ${table} ${child}`
