import { Problems, type ReadError } from '../../platform/reading/problems.ts'
import type { StoredRows } from '../incoming/draft.ts'
import { type JudgedTable, type SentFault, judge } from '../incoming/judge.ts'
import { type Names, namesReferredTo, thingsOf } from '../incoming/names.ts'
import type { Sent } from '../incoming/sent.ts'
import type { Register } from '../register.ts'
import type {
  CountsByRegister,
  NamesKnownOutside,
  ReadRegisters,
  RegisterStore,
  RegistersReader,
  StoredChange,
} from './ports.ts'

/** What is to be imported, and how. */
export interface RegistersRequest {
  authority: { code: string; name: string }
  /** A folder or a zip of CSV files, one of them, or a workbook. */
  path: string
  /** Under which name the import is listed: the folder's or file's. */
  sourceName: string
  /** Whether to store the rows with nothing wrong and leave the others out, rather than nothing at all. */
  isKeepingValidRows: boolean
  /** The person's id; null where nobody has signed in. */
  recordedBy: string | null
  /** The import through the pages that this is; left out for the command line. */
  runId?: string
}

/** What was found in the files, and what storing them changes. */
export interface RegistersChecked {
  tables: readonly JudgedTable[]
  /** What is wrong, by file and row. */
  errors: readonly ReadError[]
  /** How many errors there are beyond those listed. */
  moreErrors: number
  /** Why rows with nothing wrong are left out with those that have errors. */
  hindrances: readonly ReadError[]
  warnings: readonly ReadError[]
  /** Whether any row could be kept. */
  hasValidRows: boolean
}

/** What became of an import. `change` null: it was refused, and nothing is stored. */
export interface RegistersOutcome {
  checked: RegistersChecked
  change: StoredChange | null
}

/** Imports of registers. */
export interface RegistersImport {
  /** What importing would do; stores nothing. */
  check: (request: Pick<RegistersRequest, 'authority' | 'path'>) => Promise<RegistersChecked>
  /** Imports whole, or the rows with nothing wrong where that was asked for and there are any, or nothing. */
  store: (request: RegistersRequest) => Promise<RegistersOutcome>
}

export interface RegistersImportDeps {
  /** All registers that are kept. */
  registers: readonly Register[]
  read: RegistersReader
  store: RegisterStore
  outside: NamesKnownOutside
}

export function makeRegistersImport({ registers, read, store, outside }: RegistersImportDeps): RegistersImport {
  async function prepare(authority: string, path: string) {
    const reading = await read(path, registers)
    const known = await namesOutside(namesReferredTo(reading.sent.tables), authority, outside)
    return {
      needed: registersNeeded(reading.sent, registers).map(({ name }) => name),
      checkedAgainst: (stored: StoredRows) => checkedOf(reading, registers, stored, known),
    }
  }

  return {
    check: async ({ authority, path }) => {
      const { needed, checkedAgainst } = await prepare(authority.code, path)
      return checkedAgainst(await store.rows(authority.code, needed, null))
    },

    store: async ({ authority, path, sourceName, isKeepingValidRows, recordedBy, runId }) => {
      const { needed, checkedAgainst } = await prepare(authority.code, path)
      const judged: RegistersChecked[] = []
      const change = await store.change(authority, needed, (stored) => {
        const checked = checkedAgainst(stored)
        judged.push(checked)
        const isRefused = checked.errors.length > 0 && !(isKeepingValidRows && checked.hasValidRows)
        if (isRefused) return null
        const rows = checked.tables.flatMap(({ changes }) => changes)
        return { sourceName, counts: countsOf(checked.tables), rows, recordedBy, runId }
      })
      const [checked] = judged
      if (!checked) throw new Error('the store asked nobody what to change')
      return { checked, change }
    },
  }
}

/** Those sent, and those that bring what the sent ones refer to. */
function registersNeeded({ tables }: Sent, registers: readonly Register[]): Register[] {
  const referred = new Set(
    tables.flatMap(({ register }) =>
      register.columns.flatMap((column) => (column.kind === 'reference' ? [column.thing] : [])),
    ),
  )
  return registers.filter(
    (register) =>
      tables.some((table) => table.register === register) || thingsOf(register).some((thing) => referred.has(thing)),
  )
}

async function namesOutside(asked: Names, authority: string, outside: NamesKnownOutside): Promise<Names> {
  const known = await Promise.all(
    Object.entries(outside).map(async ([thing, knownAmong]) => {
      const names = [...(asked.get(thing) ?? [])]
      return [thing, names.length === 0 ? new Set<string>() : await knownAmong(authority, names)] as const
    }),
  )
  return new Map(known)
}

function checkedOf(
  { sent, errors, moreErrors, warnings }: ReadRegisters,
  registers: readonly Register[],
  stored: StoredRows,
  outside: Names,
): RegistersChecked {
  const { tables, faults, moreFaults, hindrances } = judge(sent, registers, stored, outside)
  const found = listOf([...errors, ...faults])
  const hindered = listOf(hindrances)
  return {
    tables,
    errors: found.errors,
    moreErrors: moreErrors + moreFaults + found.moreErrors,
    hindrances: hindered.errors,
    warnings,
    hasValidRows: tables.some(({ changes, unchanged }) => changes.length + unchanged > 0),
  }
}

/** By file and row, cut to what people can read. */
function listOf(problems: readonly (ReadError | SentFault)[]): { errors: readonly ReadError[]; moreErrors: number } {
  const list = new Problems()
  const inOrder = problems.toSorted((a, b) =>
    a.file === b.file ? (a.row ?? 0) - (b.row ?? 0) : a.file < b.file ? -1 : 1,
  )
  for (const problem of inOrder) list.error(problem)
  return list.refused()
}

/** The counts by which a change of these tables is listed. */
export const countsOf = (tables: readonly JudgedTable[]): CountsByRegister =>
  Object.fromEntries(
    tables.map(({ table, changes, unchanged, leftOut }) => {
      const added = changes.filter(({ before }) => before === null).length
      return [table.register.name, { added, changed: changes.length - added, unchanged, leftOut }]
    }),
  )
