import { type Register, type StoredRows, contentOf, rowKey } from '../register.ts'
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

/** Thrown where a use case would keep a row that no file could bring: its own problems must have named the fault. */
export class UnsoundRow extends Error {
  override readonly name = 'UnsoundRow'
  constructor(register: string, column: string, reason: string) {
    super(`a row of ${register} can't be kept: ${column} ${reason}`)
  }
}

/**
 * Changes registers as people do it in the pages. `decide` is asked once nobody else can change them, so that what it
 * finds free is still free when it is stored. Stores nothing unless the list of problems it gives is empty, and nothing
 * where every row says what is kept already.
 */
export async function changeByHand<Problem>(
  store: Pick<RegisterStore, 'change'>,
  { authority, by, what, registers }: ChangeByHand,
  decide: (rows: Rows) => Decision<Problem>,
): Promise<readonly Problem[]> {
  let problems: readonly Problem[] = []
  const names = registers.map(({ name }) => name)
  await store.change(authority, names, (stored) => {
    const decision = decide(rowsIn(stored))
    if ('problems' in decision) {
      problems = decision.problems
      return null
    }
    const rows = decision.rows.filter((row) => !isKept(row, stored))
    for (const row of rows) demandSound(row)
    if (rows.length === 0) return null
    return { sourceName: what, counts: countsOf(rows, stored), rows, recordedBy: by }
  })
  return problems
}

/** Gives the rows of a register as they stand. */
export type Rows = <Row>(register: Register<Row>) => readonly Row[]

/** Reads the rows of registers, where a use case needs them outside a change. */
export const rowsIn =
  (stored: StoredRows): Rows =>
  (register) =>
    register.rowsIn(stored)

/** A row to be kept, in place of what was kept under its key. */
export function keeping<Row extends object>(register: Register<Row>, row: Row): RowToKeep {
  const content = contentOf(register, row)
  return { register, key: rowKey(register, content), content }
}

function demandSound({ register, content }: RowToKeep): void {
  const missing = register.columns.find(({ name, isMandatory }) => isMandatory && content[name] === undefined)
  if (missing) throw new UnsoundRow(register.name, missing.name, 'is blank')
  const [fault] = register.faultsOf(content, new Set())
  if (fault) throw new UnsoundRow(register.name, fault.column, fault.reason)
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
