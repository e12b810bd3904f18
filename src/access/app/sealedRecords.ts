import { accessPermissions } from '../permissions.ts'
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
import type { AccessChange, ChangeAccess, SealStore } from './ports.ts'
import type { VisibleChildrenOf } from './visibleChildren.ts'

/** What is wrong with asking to open a sealed record. */
export type OpeningProblem = { code: 'reason_missing' } | { code: 'not_sealed' }

/**
 * Seals records to named people, and opens them for others for a few hours. Only those named see and manage the seal:
 * someone who opened the record may read the record and nothing of the seal.
 */
export interface SealedRecords {
  /** The seals that name the actor: to everyone else they are not there. */
  seenBy: (actor: Actor) => Promise<readonly Seal[]>
  /** Seals a record, or changes to whom where `replaces` names the seal. Stores nothing unless the list is empty. */
  seal: (
    actor: Actor,
    seal: Pick<Seal, 'child' | 'people' | 'reason'>,
    replaces: Instant | null,
  ) => Promise<SealProblem[]>
  /** Takes a seal off. */
  unseal: (actor: Actor, child: string, replaces: Instant) => Promise<SealProblem[]>
  /**
   * Opens a sealed record for a few hours, logs it and tells those named now. Opens nothing unless the list is empty, and
   * nothing anew for someone to whom it is open.
   */
  open: (actor: Actor, child: string, reason: string) => Promise<OpeningProblem[]>
}

export interface SealedRecordsDeps {
  seals: Pick<SealStore, 'current'>
  changeAccess: ChangeAccess
  visibleChildrenOf: VisibleChildrenOf
  /** Whether the records have this child. */
  isKnownChild: (authority: string, child: string) => Promise<boolean>
}

export function makeSealedRecords({
  seals,
  changeAccess,
  visibleChildrenOf,
  isKnownChild,
}: SealedRecordsDeps): SealedRecords {
  const isManagedBy = (actor: Actor, { people }: Seal) =>
    may(actor, accessPermissions.manageSeals) && people.includes(actor.personId)

  return {
    seenBy: async (actor) =>
      (await seals.current(actor.authority)).seals.filter(({ people }) => people.includes(actor.personId)),

    seal: async (actor, { child, people: named, reason }, replaces) => {
      const isKnown = await isKnownChild(actor.authority, child)
      return changeAccess(actor.authority, async (access) => {
        const problems = sealProblems({ people: named, reason }, access.people)
        const before = access.seals.find((seal) => seal.child === child)
        // Sealed to others or not there at all: the same answer.
        const isThere =
          before === undefined ? may(actor, accessPermissions.manageSeals) && isKnown : isManagedBy(actor, before)
        if (!isThere) problems.unshift({ code: 'child_unknown' })
        if (problems.length > 0) return problems
        if (before !== undefined && replaces === null) return [{ code: 'already_sealed' }]
        const change = { value: { child, people: named, reason }, replaces, by: actor.personId }
        if (!(await access.seal(change))) return [{ code: 'changed_meanwhile' }]
        await note(
          access,
          actor,
          replaces === null ? 'sealed the record' : 'changed to whom the record is sealed',
          child,
        )
        return []
      })
    },

    unseal: (actor, child, replaces) =>
      changeAccess(actor.authority, async (access) => {
        const before = access.seals.find((seal) => seal.child === child)
        if (before === undefined || !isManagedBy(actor, before)) return [{ code: 'child_unknown' }]
        const isDone = await access.unseal({ value: child, replaces, by: actor.personId })
        if (!isDone) return [{ code: 'changed_meanwhile' }]
        await note(access, actor, 'took the seal off the record', child)
        return []
      }),

    open: async (actor, child, reason) => {
      if (reason === '') return [{ code: 'reason_missing' }]
      const { only } = await visibleChildrenOf(actor, accessPermissions.openSealed)
      const isWithinReach = only === null || only.has(child)
      return changeAccess(actor.authority, async (access) => {
        if (isWithinReach && isOpenTo(actor, child, access.openNow)) return []
        const seal = access.seals.find((one) => one.child === child)
        const isSealed = seal !== undefined && sealedAgainst(actor.personId, [seal], []).has(child)
        if (!isSealed || !isWithinReach) return [{ code: 'not_sealed' }]
        await access.open({ child, personId: actor.personId, reason, told: seal.people }, OPENING_HOURS)
        await note(access, actor, `opened the sealed record for ${OPENING_HOURS} hours`, child)
        return []
      })
    },
  }
}

const isOpenTo = ({ personId }: Actor, child: string, openNow: readonly Opening[]): boolean =>
  openNow.some((opening) => opening.personId === personId && opening.child === child)

const note = (access: AccessChange, { personId }: Actor, what: string, child: string): Promise<void> =>
  access.note({ personId, action: 'change', what, children: [child] })
