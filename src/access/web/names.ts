import { COMMAND_LINE_ID, OPERATOR_ID } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'

/** The name of whom the log names by this id. */
export function nameOf(personId: string, people: readonly Person[]): string {
  if (personId === OPERATOR_ID) return 'Local operator'
  if (personId === COMMAND_LINE_ID) return 'The command line'
  return people.find((person) => person.personId === personId)?.name ?? `Person ${personId}`
}
