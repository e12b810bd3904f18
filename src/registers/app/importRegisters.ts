import type { JudgedTable } from '../incoming/outcome.ts'
import { maySeeWith, seesEveryone, type Visibility } from '../../kernel/visibility.ts'
import { type Names, namesReferredTo, thingsOf } from '../incoming/names.ts'
import { registersJudged } from '../incoming/beside.ts'
import type { Sent } from '../incoming/sent.ts'
import type { Register, StoredRows } from '../register.ts'
import { withThoseReferredTo } from '../things.ts'
import type { CountsByRegister, NamesKnownOutside, RegisterStore, RegistersReader, StoredChange } from './ports.ts'
import { type RegistersChecked, checkedOf } from './registersChecked.ts'

/** Who imports: a person with whom the person may see, or the command line, which sees all. */
export type Importer = { recordedBy: null; visibility?: undefined } | { recordedBy: string; visibility: Visibility }

/** What is to be imported, and how. */
export type RegistersRequest = Importer & {
  authority: { code: string; name: string }
  /** A folder or a zip of CSV files, one of them, or a workbook. */
  path: string
  /** Under which name the import is listed: the folder's or file's. */
  sourceName: string
  /** Whether to store the rows with nothing wrong and leave the others out, rather than nothing at all. */
  isKeepingValidRows: boolean
  /** The import through the pages that ends with storing, in the same transaction; with how its result is put. */
  run?: { id: string; resultOf: (checked: RegistersChecked) => unknown }
}

/** What became of an import. `change` null: it was refused, and nothing is stored. */
export interface RegistersOutcome {
  checked: RegistersChecked
  change: StoredChange | null
}

/** Imports of registers. */
export interface RegistersImport {
  /** What importing would do, as far as the person who imports may see what is kept; stores nothing. */
  check: (request: Importer & Pick<RegistersRequest, 'authority' | 'path'>) => Promise<RegistersChecked>
  /** Imports whole, or the rows with nothing wrong where that was asked for and there are any, or nothing. */
  store: (request: RegistersRequest) => Promise<RegistersOutcome>
}

export interface RegistersImportDeps {
  /** All registers that are kept. */
  registers: readonly Register[]
  read: RegistersReader
  store: RegisterStore
  outside: NamesKnownOutside
  /** What an authority has set itself, by which rules of registers may go; not known unless said. */
  settingsOf?: (authority: string) => Promise<Readonly<Record<string, unknown>>>
}

export function makeRegistersImport({
  registers,
  read,
  store,
  outside,
  settingsOf,
}: RegistersImportDeps): RegistersImport {
  async function prepare(authority: string, path: string, { visibility = seesEveryone }: Importer) {
    const maySee = maySeeWith(visibility)
    const reading = await read(path, registers)
    const known = await namesOutside(namesReferredTo(reading.sent.tables), authority, outside)
    const settings = (await settingsOf?.(authority)) ?? null
    return {
      needed: registersNeeded(reading.sent, registers).map(({ name }) => name),
      checkedAgainst: (stored: StoredRows) =>
        checkedOf(reading, { registers, stored, outside: known, maySee, settings }),
    }
  }

  return {
    check: async ({ authority, path, ...importer }) => {
      const { needed, checkedAgainst } = await prepare(authority.code, path, importer)
      return checkedAgainst(await store.rows(authority.code, needed, null))
    },

    store: async ({ authority, path, sourceName, isKeepingValidRows, run, ...importer }) => {
      const { needed, checkedAgainst } = await prepare(authority.code, path, importer)
      const judged: RegistersChecked[] = []
      const change = await store.change(authority, needed, (stored) => {
        const checked = checkedAgainst(stored)
        judged.push(checked)
        const isRefused = checked.errors.length > 0 && !(isKeepingValidRows && checked.hasValidRows)
        if (isRefused) return null
        const rows = checked.tables.flatMap(({ changes }) => changes)
        const ends = run && { runId: run.id, result: run.resultOf(checked) }
        return {
          sourceName,
          counts: countsOf(checked.tables),
          rows,
          recordedBy: importer.recordedBy,
          ...(ends && { ends }),
        }
      })
      const [checked] = judged
      if (!checked) throw new Error('the store asked nobody what to change')
      return { checked, change }
    },
  }
}

/** Those sent, those that bring what the sent ones refer to, and those that have rules with the sent ones. */
function registersNeeded({ tables }: Sent, registers: readonly Register[]): Register[] {
  const referred = new Set(
    tables.flatMap(({ register }) =>
      register.columns.flatMap((column) => (column.kind === 'reference' ? [column.thing] : [])),
    ),
  )
  const judged = registersJudged(tables, registers)
  const rulesRead = judged.flatMap(({ readsBeside }) => readsBeside)
  const asked = [...tables.map(({ register }) => register), ...judged, ...rulesRead]
  // Whom a row is about may be said by what it refers to alone.
  const needed = new Set(withThoseReferredTo(asked, registers))
  return registers.filter((register) => needed.has(register) || thingsOf(register).some((thing) => referred.has(thing)))
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

/** The counts by which a change of these tables is listed. */
export const countsOf = (tables: readonly JudgedTable[]): CountsByRegister =>
  Object.fromEntries(
    tables.map(({ table, changes, unchanged, leftOut }) => {
      const added = changes.filter(({ before }) => before === null).length
      return [table.register.name, { added, changed: changes.length - added, unchanged, leftOut }]
    }),
  )
