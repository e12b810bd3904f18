import type { Register, StoredRows } from '../../registers/register.ts'
import { RememberedFew } from '../../kernel/remember.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { RegistersReader } from '../../world/app/worlds.ts'

/** The rows of a large authority are a few megabytes. */
const AUTHORITIES_REMEMBERED = 10

/**
 * Reads registers from their store. What is known now is remembered until it changes: every page of a child asks for it.
 * After a change, what it has not touched is as it was: the same lists of the same rows.
 */
export function makeRegistersReader(
  store: Pick<RegisterStore, 'rows' | 'version'>,
  registers: readonly Register[],
): RegistersReader {
  const names = registers.map(({ name }) => name)
  const remembered = new RememberedFew<{ version: string; rows: Promise<StoredRows> }>(AUTHORITIES_REMEMBERED)
  const read: RegistersReader = (authority, knownAt) => store.rows(authority, names, knownAt)

  return async (authority, knownAt) => {
    if (knownAt !== null) return read(authority, knownAt)
    const version = await store.version(authority)
    const known = remembered.get(authority)
    if (known?.version === version) return known.rows
    const now = { version, rows: read(authority, null) }
    remembered.set(authority, now)
    now.rows.catch(() => {
      remembered.forget(authority, now)
    })
    return now.rows
  }
}
