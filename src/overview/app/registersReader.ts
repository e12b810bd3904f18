import type { RegisterFacts } from '../../children/domain/registers.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import { allRegisters, registerFacts } from '../registers/all.ts'
import type { RegistersReader } from './worlds.ts'

/** A large authority's facts are a few megabytes. */
const AUTHORITIES_REMEMBERED = 10

/** Reads registers from their store. What is known now is remembered until it changes: every page of a child asks for it. */
export function makeRegistersReader(store: Pick<RegisterStore, 'rows' | 'version'>): RegistersReader {
  const names = allRegisters.map(({ name }) => name)
  const remembered = new Map<string, { version: string; facts: Promise<RegisterFacts> }>()
  const read: RegistersReader = async (authority, knownAt) => registerFacts(await store.rows(authority, names, knownAt))

  return async (authority, knownAt) => {
    if (knownAt !== null) return read(authority, knownAt)
    const version = await store.version(authority)
    const known = remembered.get(authority)
    remembered.delete(authority)
    const facts = known?.version === version ? known.facts : read(authority, null)
    remembered.set(authority, { version, facts })
    facts.catch(() => remembered.delete(authority))
    const [oldest] = remembered.keys()
    if (oldest !== undefined && remembered.size > AUTHORITIES_REMEMBERED) remembered.delete(oldest)
    return facts
  }
}
