import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Instant } from '../../kernel/dates.ts'
import { may } from './actor.ts'
import type { Person } from './person.ts'

/** A child's record that only named people may see. */
export interface Seal {
  child: string
  /** The ids of those who may. */
  people: readonly string[]
  /** Why it is sealed, for those who may see it. */
  reason: string
  knownFrom: Instant
}

/** A sealed record opened by someone who is not named, for a limited time. */
export interface Opening {
  openingId: string
  child: string
  personId: string
  reason: string
  openedAt: Instant
  openUntil: Instant
  /** Who has looked into it, and null until then. */
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

/**
 * What is wrong with sealing to these people: someone who can see the record must be able to take the seal off again.
 */
export function sealProblems(seal: Pick<Seal, 'people' | 'reason'>, everyone: readonly Person[]): SealProblem[] {
  const problems: SealProblem[] = []
  if (seal.reason === '') problems.push({ code: 'reason_missing' })
  const named = everyone.filter((person) => person.isActive && seal.people.includes(person.personId))
  if (!named.some((person) => may(person, 'sealed.manage'))) problems.push({ code: 'nobody_to_unseal' })
  return problems
}

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
