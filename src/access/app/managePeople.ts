import type { Instant } from '../../kernel/dates.ts'
import type { Actor } from '../domain/actor.ts'
import {
  type Person,
  type PersonEntry,
  type PersonProblem,
  leavesNoAdministrator,
  personProblems,
  widensOwnReach,
} from '../domain/person.ts'
import { isSameAccount } from '../domain/account.ts'
import { mayBeNamedBy, sealsLostWith } from '../domain/seal.ts'
import { nameForSeal } from './nameForSeal.ts'
import type { AuthorityNamed, ChangeAccess } from './ports.ts'

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
  /**
   * Who is named in their place, where a sealed record would otherwise name nobody. Absent for nobody. Only a user with the
   * permission `sealed.name` may set it.
   */
  successor?: string | null
}

/** Enters or changes a person. Stores nothing unless the list it gives is empty; null where there is no such person. */
export type SavePerson = (input: PersonToSave) => Promise<PersonProblem[] | null>

export function makeSavePerson(changeAccess: ChangeAccess, newId: () => string): SavePerson {
  return ({ by, authority, personId, entry, replaces, forgetsAccount, successor }) =>
    changeAccess(authority.code, async (access) => {
      const before = personId === null ? null : access.people.find((person) => person.personId === personId)
      if (before === undefined) return null
      const others = access.people.filter((person) => person.personId !== personId)
      const id = personId ?? newId()
      const identity = forgetsAccount ? null : (before?.identity ?? null)
      const problems = [...personProblems(entry, others), ...accountProblems({ ...entry, identity }, others)]
      if (before && leavesNoAdministrator(before, entry, others)) problems.push({ code: 'last_administrator' })
      if (before && personId === by.personId && widensOwnReach(before, entry)) problems.push({ code: 'own_reach' })
      const lost = before === null ? [] : sealsLostWith(before, entry, others, access.seals)
      const inTheirPlace = others.find((other) => other.personId === successor && mayBeNamedBy(by, other))
      if (lost.length > 0 && !inTheirPlace) problems.push({ code: 'last_named', records: lost.length })
      if (problems.length > 0) return problems
      const value = { ...entry, personId: id, identity }
      if (!(await access.savePerson(authority, { value, replaces, by: by.personId }))) {
        return [{ code: 'changed_meanwhile' }]
      }
      if (forgetsAccount || !entry.isActive) await access.endSessions(id)
      const what = before ? `changed what person ${id} may do` : `added person ${id}`
      await access.note({ personId: by.personId, action: 'change', what, children: [] })
      for (const seal of inTheirPlace ? lost : []) await nameForSeal(access, seal, inTheirPlace?.personId ?? '', by)
      return []
    })
}

/** Whether someone else who may sign in has the account already. */
function accountProblems(person: PersonEntry & Pick<Person, 'identity'>, others: readonly Person[]): PersonProblem[] {
  const { identity, isActive } = person
  if (!isActive || identity === null) return []
  const sameAccount = others.find((other) => other.isActive && isSameAccount(other, identity))
  return sameAccount ? [{ code: 'account_taken', by: sameAccount.name }] : []
}
