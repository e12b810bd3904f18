import { type Actor, localOperator } from '../../src/access/domain/actor.ts'
import type { Person } from '../../src/access/domain/person.ts'
import { instant } from '../../src/kernel/dates.ts'

/** An IRO with an officer’s entry of her own. */
export const ada: Person = {
  personId: 'ada',
  name: 'Ada Adams',
  email: 'ada@example.org',
  roles: ['iro'],
  team: null,
  officerId: 'O1',
  workerId: null,
  identity: null,
  isActive: true,
  knownFrom: instant('2026-01-01T00:00:00Z'),
}

/** Ada, but for what is said. */
export const person = (more: Partial<Person>): Person => ({ ...ada, ...more })

/** Whoever is at work here, as an IRO but for what is said. */
export const actor = (more: Partial<Actor>): Actor => ({ ...localOperator('E09000033'), roles: ['iro'], ...more })
