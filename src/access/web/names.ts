import { COMMAND_LINE_ID, OPERATOR_ID, PRIVATE_LINK_ID, UNKNOWN_ACCOUNT_ID } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'

/** The name of whom the log names by this id. */
export function nameOf(personId: string, people: readonly Person[]): string {
  if (personId === OPERATOR_ID) return 'Local operator'
  if (personId === COMMAND_LINE_ID) return 'The command line'
  if (personId === PRIVATE_LINK_ID) return 'Someone with a private link'
  if (personId === UNKNOWN_ACCOUNT_ID) return 'Someone unknown'
  return people.find((person) => person.personId === personId)?.name ?? `Person ${personId}`
}
