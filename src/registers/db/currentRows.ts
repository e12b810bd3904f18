import { type Transaction, sql } from 'kysely'
import { type Instant, instant } from '../../kernel/dates.ts'
import type { MemoryBudget, RememberedValues } from '../../kernel/memoryBudget.ts'
import { isKnown } from '../../platform/database/versions.ts'
import type { RowToKeep } from '../app/ports.ts'
import { type Content, type StoredRows, countOf } from '../register.ts'
import { withVersion } from '../version.ts'

/** A row as it is kept and as it is read, of made-up registers as large as an authority's: 570 to 610 measured. */
const BYTES_A_ROW = 600

/** All registers of an authority as they stood after one of its changes. Never changed itself: others hold it too. */
export interface RowsAt {
  /** The latest change that is in it; null for none yet. */
  moment: Instant | null
  registers: StoredRows
}

/** A row as it is fetched. */
export interface FetchedRow {
  register: string
  row_key: string
  content: Content
  version: string
}

/** The row's version: since when it is known, in digits, so that later versions come later in order. */
export const versionColumn = sql<string>`to_char(known_from at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as version`

/** As `versionColumn` gives it for rows known from this moment on. */
const versionFrom = (moment: Instant): string => moment.toString({ smallestUnit: 'microsecond' }).replaceAll(/\D/g, '')

const beforeAll = instant('1970-01-01T00:00:00Z')

/**
 * The rows as a transaction leaves them that keeps these. The moment is not the one that the database gives, for which
 * nobody waits: until the transaction ends it is enough that it is later than all before.
 */
export function leftWith({ moment, registers }: RowsAt, kept: readonly RowToKeep[]): RowsAt {
  const after = (moment ?? beforeAll).add({ microseconds: 1 })
  const version = versionFrom(after)
  // Its content is another object, since a version is kept beside each.
  const rows = kept.map(({ register, key, content }) => ({ register: register.name, row_key: key, content: { ...content }, version })) // prettier-ignore
  return { moment: after, registers: withRows(registers, rows) }
}

const nothing: RowsAt = { moment: null, registers: new Map() }

/**
 * The rows of registers as they stand, remembered between transactions, so that each fetches only what has changed since.
 * Moments of changes rise in the order in which the changes become visible, and no row is ever taken away: so a process that
 * sees a change sees all before it, and rows known from later than what is remembered are all that is new.
 */
export class CurrentRows {
  readonly #remembered: RememberedValues<RowsAt>
  constructor(budget: MemoryBudget) {
    this.#remembered = budget.values({ isBasis: true })
  }

  /** What is remembered. To be asked before the transaction that `seenIn` is given begins to see the database. */
  known(authority: string): RowsAt {
    return this.#remembered.get(authority, 'rows') ?? nothing
  }

  /**
   * The rows as this transaction sees them, which must not have written any. What is not in `known` is fetched; all is,
   * where the database knows less than is remembered of it: then it is another, put in place from a backup.
   */
  async seenIn(transaction: Transaction<object>, authority: string, known: RowsAt): Promise<RowsAt> {
    const moment = await latestChange(transaction, authority)
    if (isSameMoment(known.moment, moment)) return known
    const isSetBack = isLater(known.moment, moment)
    const before = isSetBack ? nothing : known
    const changed = await rowsSince(transaction, authority, before.moment)
    const seen = { moment, registers: withRows(before.registers, changed) }
    const other = this.#remembered.get(authority, 'rows')
    // Others caught up meanwhile: the person who sees the same shares the same, and the latest is what is remembered.
    if (other && isSameMoment(other.moment, moment)) return other
    if (isSetBack || !other || isLater(moment, other.moment)) {
      this.#remembered.set(authority, 'rows', seen, countOf(seen.registers) * BYTES_A_ROW)
    }
    return seen
  }
}

/** Rows with those that have been added or have changed since, in order of key. Registers that have not stay the same. */
export function withRows(registers: StoredRows, changed: readonly FetchedRow[]): StoredRows {
  const all = new Map(registers)
  for (const [register, rows] of Map.groupBy(changed, (row) => row.register)) {
    all.set(register, withChanged(all.get(register) ?? new Map(), rows))
  }
  return all
}

function withChanged(before: ReadonlyMap<string, Content>, rows: readonly FetchedRow[]): ReadonlyMap<string, Content> {
  const contents = new Map(rows.map(({ row_key, content, version }) => [row_key, withVersion(content, version)]))
  const added = [...contents].filter(([key]) => !before.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  const after = new Map<string, Content>()
  let next = 0
  for (const [key, content] of before) {
    for (let row = added[next]; row && row[0] < key; row = added[++next]) after.set(...row)
    after.set(key, contents.get(key) ?? content)
  }
  for (const row of added.slice(next)) after.set(...row)
  return after
}

async function latestChange(transaction: Transaction<object>, authority: string): Promise<Instant | null> {
  const { rows } = await sql<{ moment: string | null }>`
    select max(recorded_at) as moment from register_change where authority = ${authority}`.execute(transaction)
  const moment = rows[0]?.moment ?? null
  return moment === null ? null : instant(moment)
}

async function rowsSince(
  transaction: Transaction<object>,
  authority: string,
  moment: Instant | null,
): Promise<FetchedRow[]> {
  if (moment === null) {
    const { rows } = await sql<FetchedRow>`
      select register, row_key, content, ${versionColumn} from register_row
      where authority = ${authority} and ${isKnown(null)}`.execute(transaction)
    return rows
  }
  // In order of their moments, by which they are found: asked otherwise, the database reads all rows of the authority
  // while they are not yet counted.
  const { rows } = await sql<FetchedRow>`
    select register, row_key, content, ${versionColumn} from (
      select * from register_row where authority = ${authority} and known_from > ${moment.toString()}
      order by known_from offset 0
    ) as since
    where ${isKnown(null)}`.execute(transaction)
  return rows
}

const isSameMoment = (one: Instant | null, other: Instant | null): boolean =>
  one === null || other === null ? one === other : one.epochNanoseconds === other.epochNanoseconds

/** Null is before all. */
const isLater = (one: Instant | null, other: Instant | null): boolean =>
  one !== null && (other === null || one.epochNanoseconds > other.epochNanoseconds)
