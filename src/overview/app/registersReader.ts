import type { RegisterFacts } from '../../children/domain/registers.ts'
import { RememberedFew } from '../../kernel/remember.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import { allRegisters, registerFacts } from '../registers/all.ts'
import type { RegistersReader } from '../../world/app/worlds.ts'

/** A large authority's facts are a few megabytes. */
const AUTHORITIES_REMEMBERED = 10

/**
 * Reads registers from their store. What is known now is remembered until it changes: every page of a child asks for it.
 * After a change, what it has not touched is as it was: the same lists, the same facts.
 */
export function makeRegistersReader(store: Pick<RegisterStore, 'rows' | 'version'>): RegistersReader {
  const names = allRegisters.map(({ name }) => name)
  const remembered = new RememberedFew<{ version: string; facts: Promise<RegisterFacts> }>(AUTHORITIES_REMEMBERED)
  const read: RegistersReader = async (authority, knownAt) => registerFacts(await store.rows(authority, names, knownAt))

  return async (authority, knownAt) => {
    if (knownAt !== null) return read(authority, knownAt)
    const version = await store.version(authority)
    const known = remembered.get(authority)
    if (known?.version === version) return known.facts
    const now = { version, facts: read(authority, null) }
    remembered.set(authority, now)
    now.facts.catch(() => {
      remembered.forget(authority, now)
    })
    return now.facts
  }
}
