import type { Unit } from '../../platform/unitOfWork.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { NotKept } from '../../kernel/words.ts'
import { whyNotKept } from '../incoming/byHand.ts'
import { contentOf, rowKey, withKept, type Register, type StoredRows } from '../register.ts'
import type { CountsByRegister, RegisterStore, RowToKeep } from './ports.ts'

/** The rows that a change keeps. */
export interface RowsDecided {
  rows: readonly RowToKeep[]
}

/** What becomes of a change: rows to keep, with what else there is to say of it, or what is wrong with it. */
export type Decision<Problem, Decided extends RowsDecided = RowsDecided> = Decided | { problems: readonly Problem[] }

/** Rows of registers that nobody else can change until the unit of work ends. */
export interface HeldRows {
  rows: Rows
  /** Why these rows can't be kept: what a file with them would be refused for. */
  whyNot: (rows: readonly RowToKeep[]) => readonly NotKept[]
  /** Keeps these rows, but for those that say what is kept already; gives the rows as they then stand. */
  keep: (rows: readonly RowToKeep[], change: { what: string; by: string }) => Promise<Rows>
}

/** Holds the rows of registers in a unit: what a use case finds free in them is still free when it is stored. */
export async function holdRows(
  store: Pick<RegisterStore, 'rowsForChange'>,
  unit: Unit,
  registers: readonly Register[],
): Promise<HeldRows> {
  const held = await store.rowsForChange(
    unit,
    registers.map(({ name }) => name),
  )
  const { stored } = held
  // The same rows are judged and then kept.
  const changed = rememberedFor((all: readonly RowToKeep[]) => {
    const rows = all.filter((row) => !isKept(row, stored))
    return { rows, after: withKept(stored, rows) }
  })
  return {
    rows: rowsIn(stored),
    whyNot: (all) => {
      const { rows, after } = changed(all)
      return whyNotKept(rows, stored, registers, after)
    },
    keep: async (all, { what, by }) => {
      const { rows, after } = changed(all)
      if (rows.length > 0) {
        await held.keep({ sourceName: what, counts: countsOf(rows, stored), rows, recordedBy: by, isByHand: true })
      }
      return rowsIn(after)
    },
  }
}

/** Gives the rows of a register as they stand; `stored`: those of all. */
export interface Rows {
  <Row>(register: Register<Row>): readonly Row[]
  stored: StoredRows
}

/** Reads the rows of registers, where a use case needs them outside a change. */
export const rowsIn = (stored: StoredRows): Rows =>
  Object.assign(<Row>(register: Register<Row>) => register.rowsIn(stored), { stored })

/** A row to be kept, in place of what was kept under its key. */
export function keeping<Row extends object>(register: Register<Row>, row: Row): RowToKeep {
  const content = contentOf(register, row)
  return { register, key: rowKey(register, content), content }
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
