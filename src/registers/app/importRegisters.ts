import type { JudgedTable } from '../incoming/outcome.ts'
import { maySeeWith, seesEveryone, type Visibility } from '../../kernel/visibility.ts'
import { type Names, namesReferredTo, thingsOf } from '../incoming/names.ts'
import { registersJudged } from '../incoming/beside.ts'
import type { Sent } from '../incoming/sent.ts'
import type { Register, StoredRows } from '../register.ts'
import { withThoseReferredTo } from '../things.ts'
import type {
  CountsByRegister,
  NamesKnownOutside,
  RegisterChange,
  RegisterStore,
  RegistersReader,
  StoredChange,
} from './ports.ts'
import { type Texts, type TextsOf, notTakenIn } from './texts.ts'
import type { InOneTransaction } from '../../platform/unitOfWork.ts'
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
  /** Whether texts are taken in; they are checked in any case. */
  isWithText?: boolean
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
  check: (request: Importer & Pick<RegistersRequest, 'authority' | 'path' | 'isWithText'>) => Promise<RegistersChecked>
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
  /** Who keeps texts, and how; where nobody does, they are checked alone. */
  texts?: { of: () => TextsOf; inOneTransaction: InOneTransaction }
}

export function makeRegistersImport(deps: RegistersImportDeps): RegistersImport {
  const { registers, read, store, outside, settingsOf, texts: keeping } = deps
  async function prepare(
    authority: string,
    path: string,
    { visibility = seesEveryone }: Importer,
    isWithText: boolean,
  ) {
    const maySee = maySeeWith(visibility)
    const reading = await read(path, registers)
    const known = await namesOutside(namesReferredTo(reading.sent.tables), authority, outside)
    const settings = (await settingsOf?.(authority)) ?? null
    const sent = reading.sent.tables.map(({ register }) => register).filter(({ isText }) => isText)
    const texts = isWithText && keeping ? await Promise.all(sent.map(async (register) => [register.name, await keeping.of()(authority, register)] as const)) : [] // prettier-ignore
    const notStored = isWithText && keeping ? [] : reading.sent.tables.flatMap(notTakenIn)
    return {
      needed: registersNeeded(reading.sent, registers).map(({ name }) => name),
      texts: new Map(texts),
      checkedAgainst: (rows: StoredRows): RegistersChecked => {
        const stored = new Map([...rows, ...texts.map(([name, kept]) => [name, kept.rows] as const)])
        const checked = checkedOf(reading, { registers, stored, outside: known, maySee, settings })
        if (notStored.length === 0) return checked
        const tables = checked.tables.filter(({ table }) => !table.register.isText)
        return { ...checked, tables, warnings: [...checked.warnings, ...notStored] }
      },
    }
  }

  /** Stores the change that `decide` makes, with the texts of it where there are any. */
  const changing = async (
    authority: RegistersRequest['authority'],
    { needed, texts }: { needed: readonly string[]; texts: ReadonlyMap<string, Texts> },
    decide: (stored: StoredRows) => RegisterChange | null,
  ): Promise<StoredChange | null> => {
    if (texts.size === 0 || !keeping) return store.change(authority, needed, decide)
    const outcome = await keeping.inOneTransaction(authority, async (unit) => {
      const held = await store.rowsForChange(unit, needed)
      const change = decide(held.stored)
      if (!change) return { change: null }
      const rows = change.rows.filter(({ register }) => !register.isText)
      const kept = new Map(rows.map(({ register, key, content }) => [`${register.name} ${key}`, content]))
      const find = (name: string, key: string) => kept.get(`${name} ${key}`) ?? held.stored.get(name)?.get(key)
      const { stored } = await held.keep({ ...change, rows })
      for (const [name, { keep }] of texts) {
        await keep(unit, change.rows.filter(({ register }) => register.name === name), find) // prettier-ignore
      }
      return { change: await stored }
    })
    return outcome.change
  }

  return {
    check: async ({ authority, path, isWithText = false, ...importer }) => {
      const { needed, checkedAgainst } = await prepare(authority.code, path, importer, isWithText)
      return checkedAgainst(await store.rows(authority.code, needed, null))
    },

    store: async ({ authority, path, sourceName, isKeepingValidRows, isWithText = false, run, ...importer }) => {
      const prepared = await prepare(authority.code, path, importer, isWithText)
      const { checkedAgainst } = prepared
      const judged: RegistersChecked[] = []
      const decide = (stored: StoredRows): RegisterChange | null => {
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
      }
      const change = await changing(authority, prepared, decide)
      // A unit of work may be done again: what was judged last is what was stored.
      const checked = judged.at(-1)
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
