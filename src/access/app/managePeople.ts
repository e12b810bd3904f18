import type { Instant } from '../../kernel/dates.ts'
import type { Actor } from '../domain/actor.ts'
import { type PersonEntry, type PersonProblem, leavesNoAdministrator, personProblems } from '../domain/person.ts'
import type { AccessLog, AuthorityNamed, PeopleStore } from './ports.ts'

/** A person as typed, to be entered or to replace what is known of them. */
export interface PersonToSave {
  by: Pick<Actor, 'personId'>
  authority: AuthorityNamed
  /** Null for someone new. */
  personId: string | null
  entry: PersonEntry
  /** Since when what it replaces stood, as the form showed it; null for someone new. */
  replaces: Instant | null
  /** Whether the account they signed in with so far is forgotten, so that their address may bring another. */
  forgetsAccount: boolean
}

/** Enters or changes a person. Stores nothing unless the list it gives is empty; null where there is no such person. */
export type SavePerson = (input: PersonToSave) => Promise<PersonProblem[] | null>

export function makeSavePerson(people: PeopleStore, log: AccessLog, newId: () => string): SavePerson {
  return async ({ by, authority, personId, entry, replaces, forgetsAccount }) => {
    const everyone = await people.all(authority.code)
    const before = personId === null ? null : everyone.find((person) => person.personId === personId)
    if (before === undefined) return null
    const others = everyone.filter((person) => person.personId !== personId)
    const problems = personProblems(entry, others)
    if (before && leavesNoAdministrator(before, entry, others)) problems.push({ code: 'last_administrator' })
    if (problems.length > 0) return problems
    const id = personId ?? newId()
    const identity = forgetsAccount ? null : (before?.identity ?? null)
    const value = { ...entry, personId: id, identity }
    const isSaved = await people.save(authority, { value, replaces, by: by.personId })
    if (!isSaved) return [{ code: 'changed_meanwhile' }]
    const what = before ? `changed what person ${id} may do` : `added person ${id}`
    await log.append(authority.code, { personId: by.personId, action: 'change', what, children: [] })
    return []
  }
}
