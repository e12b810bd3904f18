import type { Identity, Person } from './person.ts'

/** Who has signed in, as the provider says. */
export interface SignedIn extends Identity {
  /** Only where the provider vouches for it; null otherwise. */
  verifiedEmail: string | null
}

/**
 * The person that an account belongs to: the one who signed in with it before, else the one with its verified address
 * who has never signed in. Null where there is none. An address alone never takes over what another account began.
 */
export function personOf(account: SignedIn, people: readonly Person[]): Person | null {
  const active = people.filter((person) => person.isActive)
  const known = active.find((person) => isSameAccount(person, account))
  if (known) return known
  const email = account.verifiedEmail?.toLowerCase()
  return active.find((person) => person.identity === null && person.email === email) ?? null
}

/** Whether this account is the one that the person signs in with. */
export const isSameAccount = ({ identity }: Pick<Person, 'identity'>, account: Identity): boolean =>
  identity?.issuer === account.issuer && identity.subject === account.subject
