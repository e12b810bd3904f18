import { isPlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { whyNotKept } from '../incoming/byHand.ts'
import type { StoredRows } from '../incoming/draft.ts'
import { type Content, type Register, type StoredValue, rowKey } from '../register.ts'
import type { CountsByRegister, RegisterStore, RowToKeep } from './ports.ts'

/** What people change in the pages. */
export interface ChangeByHand {
  authority: { code: string; name: string }
  /** The person's id. */
  by: string
  /** In words that follow who did it: `booked a review`. */
  what: string
  /** The registers that the change reads or writes. */
  registers: readonly Register[]
}

/** What becomes of a change: rows to keep, or what is wrong with it. */
export type Decision<Problem> = { rows: readonly RowToKeep[] } | { problems: readonly Problem[] }

/**
 * Changes registers as people do it in the pages. `decide` is asked once nobody else can change them, so that what it
 * finds free is still free when it is stored. Stores nothing unless the list of problems it gives is empty, and nothing
 * where every row says what is kept already. Rows that a file could not bring are problems too.
 */
export async function changeByHand<Problem>(
  store: Pick<RegisterStore, 'change'>,
  { authority, by, what, registers }: ChangeByHand,
  decide: (rows: Rows) => Decision<Problem>,
): Promise<readonly (Problem | NotKept)[]> {
  let problems: readonly (Problem | NotKept)[] = []
  const names = registers.map(({ name }) => name)
  await store.change(authority, names, (stored) => {
    const decision = decide(rowsIn(stored))
    if ('problems' in decision) {
      problems = decision.problems
      return null
    }
    const rows = decision.rows.filter((row) => !isKept(row, stored))
    problems = whyNotKept(rows, stored, registers)
    if (rows.length === 0 || problems.length > 0) return null
    return { sourceName: what, counts: countsOf(rows, stored), rows, recordedBy: by }
  })
  return problems
}

/** Gives the rows of a register as they stand. */
export type Rows = <Row>(register: Register<Row>) => Row[]

/** Reads the rows of registers, where a use case needs them outside a change. */
export const rowsIn =
  (stored: StoredRows): Rows =>
  (register) =>
    [...(stored.get(register.name)?.values() ?? [])].map(register.read)

/** A row to be kept, in place of what was kept under its key. */
export function keeping<Row extends object>(register: Register<Row>, row: Row): RowToKeep {
  const content = contentOf(row)
  return { register, key: rowKey(register, content), content }
}

/** The content that says this row: what `read` of its register gives the row of. */
function contentOf(row: object): Content {
  const content: Record<string, StoredValue> = {}
  for (const [name, value] of Object.entries(row)) {
    const stored = storedValue(value)
    if (stored !== null) content[name] = stored
  }
  return content
}

function storedValue(value: unknown): StoredValue | null {
  if (value === null || value === '') return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isPlainDate(value)) return value.toString()
  throw new Error('a row holds a value that no column of a register does')
}

function isKept({ register, key, content }: RowToKeep, stored: StoredRows): boolean {
  const before = stored.get(register.name)?.get(key)
  return before !== undefined && register.columns.every(({ name }) => before[name] === content[name])
}

function countsOf(rows: readonly RowToKeep[], stored: StoredRows): CountsByRegister {
  const counts: Record<string, { added: number; changed: number; unchanged: number; leftOut: number }> = {}
  for (const { register, key } of rows) {
    const count = (counts[register.name] ??= { added: 0, changed: 0, unchanged: 0, leftOut: 0 })
    if (stored.get(register.name)?.has(key)) count.changed++
    else count.added++
  }
  return counts
}
