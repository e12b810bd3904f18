import { readCell } from '../cells.ts'
import { type Column, type Content, type Fault, type Register, type StoredValue, rowKey } from '../register.ts'
import type { SentRow, SentTable } from './sent.ts'

/** A sent row on its way to being kept. */
export interface Draft {
  table: SentTable
  sent: SentRow
  content: Content
  /** Null where a cell of the key can't be read. */
  key: string | null
  /** What is wrong with it. */
  faults: Fault[]
  /** Why it can't be kept although nothing is wrong with it: another row, on which it rests, is. */
  hindrances: Fault[]
}

/** The text that a row has in a column; null where its table has no such column. */
export function cellOf({ table, sent }: Pick<Draft, 'table' | 'sent'>, column: string): string | null {
  const index = table.columns.indexOf(column)
  return index === -1 ? null : (sent.cells[index] ?? '')
}

/** What a table's rows say, with what is wrong in each by itself. */
export function draftsOf(table: SentTable, stored: ReadonlyMap<string, Content>): Draft[] {
  const plan = table.register.columns.map((column) => ({ column, index: table.columns.indexOf(column.name) }))
  const absent = plan.filter(({ index }) => index === -1).map(({ column }) => column.name)
  return table.rows.map((sent) => draftOf(table, sent, plan, absent, stored))
}

function draftOf(
  table: SentTable,
  sent: SentRow,
  plan: readonly { column: Column; index: number }[],
  absent: readonly string[],
  stored: ReadonlyMap<string, Content>,
): Draft {
  const { register } = table
  const content: Record<string, StoredValue> = {}
  const faults: Fault[] = []
  for (const { column, index } of plan) {
    if (index === -1) continue
    const read = readCell(column, sent.cells[index] ?? '')
    if ('reason' in read) faults.push({ column: column.name, reason: read.reason })
    else if (read.value !== null) content[column.name] = read.value
    else if (column.isMandatory) faults.push({ column: column.name, reason: 'is blank: each row needs it' })
  }
  const faulty = new Set(faults.map(({ column }) => column))
  const isInKey = (column: string) => faulty.has(column) || faulty.has(register.keyWhereBlank[column] ?? '')
  const key = register.key.some(isInKey) ? null : rowKey(register, content)
  const before = key === null ? undefined : stored.get(key)
  if (before) keepUnsaid(content, before, absent)
  return { table, sent, content, key, faults: [...faults, ...register.faultsOf(content, faulty)], hindrances: [] }
}

/** A column that a table does not have says nothing: what is kept of it stays. A blank cell says: not recorded. */
function keepUnsaid(content: Record<string, StoredValue>, before: Content, absent: readonly string[]): void {
  for (const column of absent) {
    const value = before[column]
    if (value !== undefined) content[column] = value
  }
}

/** The columns in which two contents of a register differ. */
export const differingColumns = ({ columns }: Register, one: Content, other: Content): string[] =>
  columns.filter(({ name }) => one[name] !== other[name]).map(({ name }) => name)
