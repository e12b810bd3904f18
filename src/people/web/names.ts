import { OPERATOR_ID } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'

/** The name of whom the log names by this id. */
export function nameOf(personId: string, people: readonly Person[]): string {
  if (personId === OPERATOR_ID) return 'Local operator'
  return people.find((person) => person.personId === personId)?.name ?? `Person ${personId}`
}
