import type { Instant } from '../../kernel/dates.ts'
import { type Actor, may } from '../domain/actor.ts'
import {
  OPENING_HOURS,
  type Opening,
  type Seal,
  type SealProblem,
  sealProblems,
  sealedAgainst,
} from '../domain/seal.ts'
import { maySee } from '../../world/visibility.ts'
import type { SightOf } from './sights.ts'
import type { AccessLog, PeopleStore, SealStore } from './ports.ts'

/** What is wrong with asking to open a sealed record. */
export type OpeningProblem = { code: 'reason_missing' } | { code: 'not_sealed' }

/** Sealing records to named people, and opening them in spite of it. */
export interface SealedRecords {
  /** The sealed records that the actor may see: to everyone else they are not there. */
  seenBy: (actor: Actor) => Promise<readonly Seal[]>
  /** Seals a record, or changes to whom where `replaces` names the seal. Stores nothing unless the list is empty. */
  seal: (
    actor: Actor,
    seal: Pick<Seal, 'child' | 'people' | 'reason'>,
    replaces: Instant | null,
  ) => Promise<SealProblem[]>
  /** Takes a seal off. */
  unseal: (actor: Actor, child: string, replaces: Instant) => Promise<SealProblem[]>
  /** Opens a sealed record for a few hours, logs it and tells the managers. Opens nothing unless the list is empty. */
  open: (actor: Actor, child: string, reason: string) => Promise<OpeningProblem[]>
  /** Openings that this manager is told of, latest first: those of records that they may see. */
  openingsToldTo: (actor: Actor) => Promise<readonly Opening[]>
  /** Notes that the manager has looked into an opening they were told of. */
  markSeen: (actor: Actor, openingId: string) => Promise<void>
}

export interface SealedRecordsDeps {
  seals: SealStore
  people: PeopleStore
  log: AccessLog
  sightOf: SightOf
  /** Whether the records have this child. */
  isKnownChild: (authority: string, child: string) => Promise<boolean>
}

export function makeSealedRecords({ seals, people, log, sightOf, isKnownChild }: SealedRecordsDeps): SealedRecords {
  const note = (actor: Actor, action: 'read' | 'change', what: string, child: string) =>
    log.append(actor.authority, { personId: actor.personId, action, what, children: [child] })

  const openingsToldTo = async (actor: Actor): Promise<readonly Opening[]> => {
    if (!may(actor, 'sealed.manage')) return []
    const { seals: sealed } = await seals.current(actor.authority)
    const named = sealed.filter((seal) => seal.people.includes(actor.personId)).map(({ child }) => child)
    if (named.length === 0) return []
    // Whoever opened a record is not told of it as though it were someone else's doing.
    return (await seals.openings(actor.authority)).filter(
      ({ child, personId }) => named.includes(child) && personId !== actor.personId,
    )
  }

  return {
    seenBy: async (actor) => {
      const sealed = await seals.current(actor.authority)
      const hidden = sealedAgainst(actor.personId, sealed.seals, sealed.openNow)
      return sealed.seals.filter(({ child }) => !hidden.has(child))
    },

    seal: async (actor, { child, people: named, reason }, replaces) => {
      const problems = sealProblems({ people: named, reason }, await people.all(actor.authority))
      const sight = await sightOf(actor, 'sealed.manage')
      // Sealed to others or not there at all: the same answer.
      if (!maySee(sight, child) || !(await isKnownChild(actor.authority, child))) {
        problems.unshift({ code: 'child_unknown' })
      }
      if (problems.length > 0) return problems
      const change = { value: { child, people: named, reason }, replaces, by: actor.personId }
      if (!(await seals.seal(actor.authority, change))) {
        return [{ code: replaces === null ? 'already_sealed' : 'changed_meanwhile' }]
      }
      await note(
        actor,
        'change',
        replaces === null ? 'sealed the record' : 'changed to whom the record is sealed',
        child,
      )
      return []
    },

    unseal: async (actor, child, replaces) => {
      if (!maySee(await sightOf(actor, 'sealed.manage'), child)) return [{ code: 'child_unknown' }]
      const isDone = await seals.unseal(actor.authority, { value: child, replaces, by: actor.personId })
      if (!isDone) return [{ code: 'changed_meanwhile' }]
      await note(actor, 'change', 'took the seal off the record', child)
      return []
    },

    open: async (actor, child, reason) => {
      if (reason === '') return [{ code: 'reason_missing' }]
      const { seals: sealed, openNow } = await seals.current(actor.authority)
      const sight = await sightOf(actor, 'sealed.open')
      const isSealed = sealedAgainst(actor.personId, sealed, openNow).has(child)
      const isWithinReach = sight.only === null || sight.only.has(child)
      if (!isSealed || !isWithinReach) return [{ code: 'not_sealed' }]
      await seals.open(actor.authority, { child, personId: actor.personId, reason }, OPENING_HOURS)
      await note(actor, 'change', `opened the sealed record for ${OPENING_HOURS} hours`, child)
      return []
    },

    openingsToldTo,

    markSeen: async (actor, openingId) => {
      const told = await openingsToldTo(actor)
      if (!told.some((opening) => opening.openingId === openingId)) return
      await seals.markSeen(actor.authority, openingId, actor.personId)
    },
  }
}
