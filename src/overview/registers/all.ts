import type { RegisterFacts } from '../../children/domain/registers.ts'
import { notificationFact, notifications } from '../../children/registers/notifications.ts'
import { people, personFact } from '../../children/registers/people.ts'
import type { Instant } from '../../kernel/dates.ts'
import { allocationFact, allocations } from '../../people/registers/allocations.ts'
import { officerFact, officers } from '../../people/registers/officers.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { StoredRows } from '../../registers/incoming/draft.ts'
import type { Register } from '../../registers/register.ts'
import { reviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { context, contextFact } from './context.ts'

/** Every register that is kept, those before others that refer to them. */
export const allRegisters: readonly Register[] = [officers, people, allocations, notifications, reviews, context]

/** What the registers say, read from their rows as they are kept. Throws where a row is none of its register's. */
export function registerFacts(stored: StoredRows): RegisterFacts {
  const rowsOf = <Row>({ name, read }: Register<Row>): Row[] => [...(stored.get(name)?.values() ?? [])].map(read)
  return {
    officers: rowsOf(officers).map(officerFact),
    allocations: rowsOf(allocations).map(allocationFact),
    notifications: rowsOf(notifications).map(notificationFact),
    people: rowsOf(people).map(personFact),
    reviews: rowsOf(reviews).map(reviewFact),
    context: rowsOf(context).map(contextFact),
  }
}

/** A large authority's facts are a few megabytes. */
const AUTHORITIES_REMEMBERED = 10

/**
 * Gives what an authority's registers say, as known at a moment, or now where null. What is known now is remembered
 * until it changes: every page of a child asks for it.
 */
export function makeRegistersReader(store: RegisterStore) {
  const names = allRegisters.map(({ name }) => name)
  const remembered = new Map<string, { version: string; facts: Promise<RegisterFacts> }>()
  const read = async (authority: string, knownAt: Instant | null) =>
    registerFacts(await store.rows(authority, names, knownAt))

  return async (authority: string, knownAt: Instant | null): Promise<RegisterFacts> => {
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
