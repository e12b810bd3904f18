import { type Transaction, sql } from 'kysely'
import { askTogether } from '../../kernel/askTogether.ts'
import { type Instant, instant } from '../../kernel/dates.ts'
import { MemoryBudget } from '../../kernel/memoryBudget.ts'
import type { Authority } from '../../platform/authorities.ts'
import type { Database } from '../../platform/database/database.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import { ensureAuthorityOf } from '../../platform/database/authorities.ts'
import { readingRegistersIn } from '../../platform/database/unit.ts'
import { writeMeanwhile } from '../../platform/database/writtenLater.ts'
import { isKnown, lockFor } from '../../platform/database/versions.ts'
import { readOnce } from '../../platform/oneReading.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { CountsByRegister, RegisterStore, RowsForChange, StoredChange } from '../app/ports.ts'
import type { Content, StoredRows } from '../register.ts'
import { changesSeen } from './changesSeen.ts'
import { CurrentRows, type FetchedRow, type RowsAt, leftWith, versionColumn, withRows } from './currentRows.ts'
import { storeChange } from './storeChange.ts'

/** Registers kept in PostgreSQL. What is known now is remembered, and what others have changed since is fetched. */
export function makeRegisterStore(database: Database, budget = new MemoryBudget(Infinity)): RegisterStore {
  const current = new CurrentRows(budget)

  /** The rows as a transaction that has locked them leaves them: others do not know them before it is stored. */
  const left = new WeakMap<Transaction<object>, () => RowsAt>()

  async function rowsIn(transaction: Transaction<object>, authority: string): Promise<RowsAt> {
    const before = left.get(transaction)
    // Before the rows are read: what is decided must still hold when it is stored.
    if (!before) await lockFor(transaction, authority, 'register_change')
    const rows = before ? before() : await current.seenIn(transaction, authority, current.known(authority))
    left.set(transaction, () => rows)
    return rows
  }

  async function forChange(
    transaction: Transaction<object>,
    authority: Authority,
    registers: readonly string[],
    ensureKnown: () => Promise<void>,
  ): Promise<RowsForChange> {
    const { registers: stored } = await rowsIn(transaction, authority.code)
    return {
      stored: ofRegisters(registers, stored),
      keep: async (change) => {
        await ensureKnown()
        const before = await rowsIn(transaction, authority.code)
        left.set(transaction, () => leftWith(before, change.rows))
        return { stored: storeChange(transaction, authority.code, change) }
      },
    }
  }

  return {
    rows: async (authority, registers, knownAt) => {
      const known = current.known(authority)
      const rows = await readAsAuthority(database, authority, async (transaction) =>
        knownAt === null
          ? (await current.seenIn(transaction, authority, known)).registers
          : rowsKnownAt(transaction, authority, registers, knownAt),
      )
      return ofRegisters(registers, rows)
    },

    rowsForChange: async (unit, registers) => {
      const held = await forChange(readingRegistersIn(unit), unit.authority, registers, () => ensureAuthorityOf(unit))
      return {
        ...held,
        keep: async (change) => {
          const kept = await held.keep(change)
          writeMeanwhile(unit, kept.stored)
          return kept
        },
      }
    },

    change: (authority, registers, decide) =>
      withAuthority(database, authority.code, async (transaction) => {
        const { stored, keep } = await forChange(transaction, authority, registers, () =>
          ensureAuthority(transaction, authority),
        )
        const change = decide(stored)
        return change && (await keep(change)).stored
      }),

    version: readOnce(
      askTogether((authority) =>
        readAsAuthority(database, authority, async (transaction) => {
          const { rows } = await sql<{ version: string | null }>`
          select max(recorded_at)::text as version from register_change where authority = ${authority}`.execute(
            transaction,
          )
          return rows[0]?.version ?? ''
        }),
      ),
    ),

    versionsOf: (authority, register, key) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql<VersionFetched>`
          select stored.known_from::text as known_from, stored.content, change.source_name, change.recorded_by
          from register_row as stored
          join register_change as change on change.authority = stored.authority and change.recorded_at = stored.known_from
          where stored.authority = ${authority} and stored.register = ${register} and stored.row_key = ${key}
          order by stored.known_from`.execute(transaction)
        return rows.map(({ known_from, content, source_name, recorded_by }) => ({
          from: instant(known_from),
          content,
          sourceName: source_name,
          recordedBy: recorded_by,
        }))
      }),

    changes: (authority) =>
      readAsAuthority(database, authority, (transaction) => changesOf(transaction, authority, false)),

    imports: (authority) =>
      readAsAuthority(database, authority, (transaction) => changesOf(transaction, authority, true)),

    importsSeen: (authority, visibility) =>
      readAsAuthority(database, authority, async (transaction) =>
        changesSeen(transaction, authority, await changesOf(transaction, authority, true), visibility),
      ),
  }
}

interface VersionFetched {
  known_from: string
  content: Content
  source_name: string
  recorded_by: string | null
}

async function changesOf(
  transaction: Transaction<object>,
  authority: string,
  areImportsOnly: boolean,
): Promise<StoredChange[]> {
  const { rows } = await sql<{ recorded_at: string; source_name: string; counts: CountsByRegister }>`
    select recorded_at, source_name, counts from register_change
    where authority = ${authority} and (not ${areImportsOnly} or not is_by_hand) order by recorded_at desc`.execute(
    transaction,
  )
  return rows.map(({ recorded_at, source_name, counts }) => ({
    recordedAt: instant(recorded_at),
    sourceName: source_name,
    counts,
  }))
}

async function rowsKnownAt(
  transaction: Transaction<object>,
  authority: string,
  registers: readonly string[],
  knownAt: Instant,
): Promise<StoredRows> {
  const { rows } = await sql<FetchedRow>`
    select register, row_key, content, ${versionColumn} from register_row
    where authority = ${authority} and register = any(${[...registers]}) and ${isKnown(knownAt)}`.execute(transaction)
  return withRows(new Map(), rows)
}

const noRows: ReadonlyMap<string, Content> = new Map()

const ofRegisters = (registers: readonly string[], rows: StoredRows): StoredRows =>
  new Map(registers.map((register) => [register, rows.get(register) ?? noRows]))
