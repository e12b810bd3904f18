import { printable } from '../../kernel/words.ts'
import { UNKNOWN_ACCOUNT_ID } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'
import { type SignedIn, isSameAccount, personOf } from '../domain/account.ts'
import type { AccessLog, AuthorityNamed, ChangeAccess, PeopleStore, SessionStart, SessionStore } from './ports.ts'

/** A session just begun. */
export interface BegunSession {
  authority: string
  token: string
  person: Person
}

/** Begins sessions for those who have shown who they are. */
export interface SignIn {
  /**
   * For an account that a provider vouches for. Null where no authority knows the person. Whom several know is signed in
   * to `wanted`, or where that is none of them, to the first in order of name.
   */
  withAccount: (account: SignedIn, wanted: string | null, start: SessionStart) => Promise<BegunSession | null>
  /** For a person chosen from a list: a demonstration with made-up people. Null where there is no such person. */
  asPerson: (authority: string, personId: string, start: SessionStart) => Promise<BegunSession | null>
}

export interface SignInDeps {
  people: Pick<PeopleStore, 'all'>
  changeAccess: ChangeAccess
  sessions: SessionStore
  log: AccessLog
  /** The authorities known here, in order of name. */
  authorities: () => Promise<readonly AuthorityNamed[]>
}

const LONGEST_ACCOUNT = 200

export function makeSignIn({ people, changeAccess, sessions, log, authorities }: SignInDeps): SignIn {
  async function begin(authority: string, person: Person, start: SessionStart): Promise<BegunSession> {
    const token = await sessions.begin(authority, person.personId, start)
    await log.append(authority, { personId: person.personId, action: 'read', what: 'signed in', children: [] })
    return { authority, token, person }
  }

  /**
   * The person whose the account is, from now on its alone. Null where the person has come to have another meanwhile: of
   * two accounts with one address, the first is theirs.
   */
  const bind = (authority: AuthorityNamed, account: SignedIn): Promise<Person | null> =>
    changeAccess(authority.code, async (access) => {
      const person = personOf(account, access.people)
      if (person === null || person.identity !== null) return person
      const { knownFrom, ...known } = person
      const value = { ...known, identity: { issuer: account.issuer, subject: account.subject } }
      const isBound = await access.savePerson(authority, { value, replaces: knownFrom, by: person.personId })
      return isBound ? person : null
    })

  /**
   * The session, unless the account was forgotten or switched off while it began: an administrator who did that ended the
   * sessions that there were, and this one was not among them yet.
   */
  const unlessForgotten = (account: SignedIn, session: BegunSession): Promise<BegunSession | null> =>
    changeAccess(session.authority, async (access) => {
      const { personId } = session.person
      const person = access.people.find((one) => one.personId === personId)
      if (person?.isActive === true && isSameAccount(person, account)) return session
      await access.endSessions(personId)
      return null
    })

  /** Where it is plain which authority someone nobody knows wanted to come to, its log says who that was. */
  async function noteUnknown(
    all: readonly AuthorityNamed[],
    { verifiedEmail, issuer, subject }: SignedIn,
    wanted: string | null,
  ): Promise<void> {
    const authority = all.find(({ code }) => code === wanted) ?? (all.length === 1 ? all[0] : undefined)
    if (!authority) return
    const account = printable(verifiedEmail ?? `${subject} of ${issuer}`).slice(0, LONGEST_ACCOUNT)
    const what = `was turned away at sign-in: nobody here has the account ${account}`
    await log.append(authority.code, { personId: UNKNOWN_ACCOUNT_ID, action: 'read', what, children: [] })
  }

  return {
    withAccount: async (account, wanted, start) => {
      const all = await authorities()
      const known: { authority: AuthorityNamed; person: Person }[] = []
      // One authority after another: no query ever reads the people of two.
      for (const authority of all) {
        const person = personOf(account, await people.all(authority.code))
        if (person) known.push({ authority, person })
      }
      const found = known.find(({ authority }) => authority.code === wanted) ?? known[0]
      if (!found) {
        await noteUnknown(all, account, wanted)
        return null
      }
      const person = found.person.identity === null ? await bind(found.authority, account) : found.person
      return person && unlessForgotten(account, await begin(found.authority.code, person, start))
    },

    asPerson: async (authority, personId, start) => {
      const person = (await people.all(authority)).find((one) => one.personId === personId && one.isActive)
      return person ? begin(authority, person, start) : null
    },
  }
}
