import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Instant } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE, counted } from '../../kernel/words.ts'
import { emailAddressIn } from '../../kernel/addresses.ts'
import type { Actor } from './actor.ts'
import type { Role } from '../../house/roles.ts'

/** How a provider of sign-in knows someone. `subject` means nothing without its `issuer`. */
export interface Identity {
  issuer: string
  subject: string
}

/** What is entered of a person. */
export interface PersonEntry {
  name: string
  /** In lower case. */
  email: string
  roles: readonly Role[]
  team: string | null
  officerId: string | null
  workerId: string | null
  /** Whether they may sign in. Nobody is deleted: the log still names them. */
  isActive: boolean
}

/** Someone who may sign in, as an administrator has entered them. */
export interface Person extends PersonEntry {
  personId: string
  /** The account they sign in with; null until they first do. */
  identity: Identity | null
  /** Since when they stand like this: a change is refused where someone else's came first. */
  knownFrom: Instant
}

/** What is wrong with a person as entered. */
export type PersonProblem =
  | { code: 'name_missing' }
  | { code: 'email_not_an_address' }
  | { code: 'email_taken'; by: string }
  | { code: 'no_role' }
  | { code: 'officer_taken'; by: string }
  | { code: 'team_missing' }
  | { code: 'account_taken'; by: string }
  | { code: 'last_administrator' }
  /** The person entered gives themselves a role, or makes those they have reach further. */
  | { code: 'own_reach' }
  /** So many sealed records name nobody else who can manage them. */
  | { code: 'last_named'; records: number }
  | ChangedMeanwhile

/** What is wrong with the entry beside the other people of the authority; empty where nothing is. */
export function personProblems(entry: PersonEntry, others: readonly Person[]): PersonProblem[] {
  const problems: PersonProblem[] = []
  const active = others.filter((person) => person.isActive)
  if (entry.name === '') problems.push({ code: 'name_missing' })
  if (emailAddressIn(entry.email) !== entry.email) problems.push({ code: 'email_not_an_address' })
  if (entry.roles.length === 0) problems.push({ code: 'no_role' })
  if (entry.roles.includes('team_manager') && entry.team === null) problems.push({ code: 'team_missing' })
  if (entry.isActive) {
    const sameEmail = active.find((person) => person.email === entry.email)
    if (sameEmail) problems.push({ code: 'email_taken', by: sameEmail.name })
    const sameOfficer = active.find((person) => entry.officerId !== null && person.officerId === entry.officerId)
    if (sameOfficer) problems.push({ code: 'officer_taken', by: sameOfficer.name })
  }
  return problems
}

/** What to do about it, for the person who typed it. */
export function personProblemText(problem: PersonProblem): string {
  switch (problem.code) {
    case 'name_missing':
      return 'Enter the person’s name'
    case 'email_not_an_address':
      return 'Enter an email address, like name@example.gov.uk'
    case 'email_taken':
      return `${problem.by} has this email address`
    case 'no_role':
      return 'Choose at least one role'
    case 'officer_taken':
      return `${problem.by} has this officer id`
    case 'team_missing':
      return 'Enter the team, so that a team manager has one to see'
    case 'account_taken':
      return `${problem.by} signs in with this person’s account: forget the account first`
    case 'last_named':
      return `${counted(problem.records, 'sealed record')} would be left to nobody. Choose who is named in this person’s place, or have this person name someone first`
    case 'last_administrator':
      return 'Make someone else an administrator first: nobody else can add people'
    case 'own_reach':
      return 'Ask another administrator to give you a role, or to change your team or ids: nobody widens what they may see themselves'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
  }
}

/**
 * Whether saving `entry` in place of `before` would leave nobody who can enter people: then nobody could put it right.
 */
export function leavesNoAdministrator(before: Person, entry: PersonEntry, others: readonly Person[]): boolean {
  return isAdministrator(before) && !isAdministrator(entry) && !others.some(isAdministrator)
}

/**
 * Whether someone who saves `entry` in place of `before`, both of themselves, could see or do more afterwards. Of two
 * administrators, one must agree: what is allowed to a person is never that person's own decision.
 */
export function widensOwnReach(before: Person, entry: PersonEntry): boolean {
  const isNew = (now: string | null, then: string | null) => now !== null && now !== then
  return (
    entry.roles.some((role) => !before.roles.includes(role)) ||
    isNew(entry.team, before.team) ||
    isNew(entry.officerId, before.officerId) ||
    isNew(entry.workerId, before.workerId)
  )
}

const isAdministrator = ({ isActive, roles }: PersonEntry): boolean => isActive && roles.includes('administrator')

/** Acts as this person. */
export const actorOf = (person: Person, authority: string): Actor => ({
  personId: person.personId,
  name: person.name,
  authority,
  roles: person.roles,
  officerId: person.officerId,
  workerId: person.workerId,
  team: person.team,
})
