import { differingColumns, type Draft } from './draft.ts'
import type { Content, Register } from '../register.ts'
import { isSound } from './names.ts'
import type { SentTable } from './sent.ts'

/** A row that is new or says something new. */
export interface RowChange {
  register: Register
  key: string
  row: number
  content: Content
  /** What is kept until now; null where the row is new. */
  before: Content | null
}

/** What becomes of one table that was sent. */
export interface JudgedTable {
  table: SentTable
  changes: readonly RowChange[]
  /** Rows that say what is kept already. */
  unchanged: number
  /** Rows that can't be kept. */
  leftOut: number
}

/** What becomes of a table, by its judged rows: of several that say the same, one is a change. */
export function outcomeOf(table: SentTable, kept: ReadonlyMap<string, Content>, drafts: readonly Draft[]): JudgedTable {
  const changes = new Map<string, RowChange>()
  let unchanged = 0
  let leftOut = 0
  for (const draft of drafts) {
    const { key, content, sent } = draft
    if (key === null || !isSound(draft)) {
      leftOut++
      continue
    }
    const before = kept.get(key) ?? null
    const isSaid = before !== null && differingColumns(table.register, before, content).length === 0
    if (isSaid || changes.has(key)) unchanged++
    else changes.set(key, { register: table.register, key, row: sent.row, content, before })
  }
  return { table, changes: [...changes.values()], unchanged, leftOut }
}
