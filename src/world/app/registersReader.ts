import type { Register, StoredRows } from '../../registers/register.ts'
import { MemoryBudget } from '../../kernel/memoryBudget.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { RegistersReader } from '../../world/app/worlds.ts'

/** Of the list of its registers: rows are counted by the store that remembers them. */
const BYTES_A_REGISTER = 100

/**
 * Reads registers from their store. What is known now is remembered until it changes: every page of a child asks for it.
 * After a change, what it has not touched is as it was: the same lists of the same rows.
 */
export function makeRegistersReader(
  store: Pick<RegisterStore, 'rows' | 'version'>,
  registers: readonly Register[],
  budget = new MemoryBudget(Infinity),
): RegistersReader {
  const names = registers.map(({ name }) => name)
  const remembered = budget.values<{ version: string; rows: Promise<StoredRows> }>({ isBasis: true })
  const read: RegistersReader = (authority, knownAt) => store.rows(authority, names, knownAt)

  return async (authority, knownAt) => {
    if (knownAt !== null) return read(authority, knownAt)
    const version = await store.version(authority)
    const known = remembered.get(authority, 'registers')
    if (known?.version === version) return known.rows
    const rows = read(authority, null)
    const bytes = rows.then(({ size }) => size * BYTES_A_REGISTER)
    remembered.set(authority, 'registers', { version, rows }, bytes)
    return rows
  }
}
