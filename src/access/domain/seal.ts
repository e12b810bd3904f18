import { childrenPermissions } from '../../children/permissions.ts'
import { accessPermissions } from '../permissions.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Instant } from '../../kernel/dates.ts'
import { type Actor, may } from './actor.ts'
import type { Permission } from '../../house/permission.ts'
import type { Person, PersonEntry } from './person.ts'

/** A child's record that only named people may see. */
export interface Seal {
  child: string
  /** The ids of those who may. */
  people: readonly string[]
  /** Why it is sealed, for those named. */
  reason: string
  /** Since when the seal stands like this. No two seals of an authority begin at one moment. */
  knownFrom: Instant
}

/** A sealed record opened by someone who is not named, for a limited time. It gives no right over the seal. */
export interface Opening {
  openingId: string
  child: string
  personId: string
  reason: string
  /** The ids of those whom the seal named when it was opened. */
  told: readonly string[]
  openedAt: Instant
  openUntil: Instant
  /** Who has looked into it, and null until then. */
  seenBy: string | null
}

/** Someone named for a sealed record by an administrator, because nobody else named could manage the seal. */
export interface Naming {
  namingId: string
  child: string
  /** Who is named. */
  personId: string
  namedBy: string
  namedAt: Instant
  /** The manager who has looked into it, and null until then. */
  seenBy: string | null
}

/** How long a sealed record stays open to someone who had to break in. */
export const OPENING_HOURS = 4

/** What is wrong with a seal as entered. */
export type SealProblem =
  | { code: 'child_unknown' }
  | { code: 'already_sealed' }
  | { code: 'reason_missing' }
  | { code: 'nobody_to_unseal' }
  | ChangedMeanwhile

/** Whether the person may sign in and holds the permission. */
const holds = (person: Pick<PersonEntry, 'isActive' | 'roles'>, permission: Permission): boolean =>
  person.isActive && may(person, permission)

const isHeldByOneOf = (ids: readonly string[], people: readonly Person[], permission: Permission): boolean =>
  people.some((person) => ids.includes(person.personId) && holds(person, permission))

/** Whether someone named in the seal can change it and take it off. */
export const hasManager = ({ people }: Pick<Seal, 'people'>, everyone: readonly Person[]): boolean =>
  isHeldByOneOf(people, everyone, accessPermissions.manageSeals)

/**
 * What is wrong with sealing to these people: someone who can see the record must be able to take the seal off again.
 */
export function sealProblems(seal: Pick<Seal, 'people' | 'reason'>, everyone: readonly Person[]): SealProblem[] {
  const problems: SealProblem[] = []
  if (seal.reason === '') problems.push({ code: 'reason_missing' })
  if (!hasManager(seal, everyone)) problems.push({ code: 'nobody_to_unseal' })
  return problems
}

/**
 * The seals that saving `entry` in place of `before` would leave without anyone who can manage them, or, where nobody
 * could already, without anyone who sees the record.
 */
export const sealsLostWith = (
  before: Person,
  entry: PersonEntry,
  others: readonly Person[],
  seals: readonly Seal[],
): Seal[] =>
  seals.filter(
    ({ people }) =>
      people.includes(before.personId) &&
      [accessPermissions.manageSeals, childrenPermissions.read].some(
        (permission) =>
          holds(before, permission) && !holds(entry, permission) && !isHeldByOneOf(people, others, permission),
      ),
  )

/** Whom an administrator may name for a sealed record that nobody else can manage: any manager but themselves. */
export const mayBeNamedBy = (by: Pick<Actor, 'personId'>, person: Person): boolean =>
  holds(person, accessPermissions.manageSeals) && person.personId !== by.personId

/** The children sealed against this person: those not named and without an opening that still runs. */
export function sealedAgainst(
  personId: string,
  seals: readonly Pick<Seal, 'child' | 'people'>[],
  openNow: readonly Pick<Opening, 'child' | 'personId'>[],
): ReadonlySet<string> {
  const opened = new Set(openNow.filter((opening) => opening.personId === personId).map(({ child }) => child))
  return new Set(
    seals.filter(({ child, people }) => !people.includes(personId) && !opened.has(child)).map(({ child }) => child),
  )
}

/**
 * Whether someone is told of an opening: those named when it was opened, whatever became of the seal since. Where none of
 * them can be told any more, those who manage seals or name people for them. Never the person who opened it.
 */
export function isToldOfOpening(
  opening: Pick<Opening, 'personId' | 'told'>,
  actor: Pick<Actor, 'personId' | 'roles'>,
  everyone: readonly Person[],
): boolean {
  if (actor.personId === opening.personId) return false
  if (opening.told.includes(actor.personId) && may(actor, childrenPermissions.read)) return true
  return (
    !isHeldByOneOf(opening.told, everyone, childrenPermissions.read) &&
    (may(actor, accessPermissions.manageSeals) || may(actor, accessPermissions.nameForSeal))
  )
}

/**
 * Whether someone is told of a naming: the managers, without the person who was named, unless there is no other; never the
 * administrator who named them.
 */
export function isToldOfNaming(
  naming: Pick<Naming, 'personId' | 'namedBy'>,
  actor: Pick<Actor, 'personId' | 'roles'>,
  everyone: readonly Person[],
): boolean {
  if (actor.personId === naming.namedBy || !may(actor, accessPermissions.manageSeals)) return false
  if (actor.personId !== naming.personId) return true
  const others = everyone.filter(({ personId }) => personId !== naming.personId && personId !== naming.namedBy)
  return !others.some((person) => holds(person, accessPermissions.manageSeals))
}
