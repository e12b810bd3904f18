import { childrenPermissions } from '../../children/permissions.ts'
import { accessPermissions } from '../permissions.ts'
import type { Instant } from '../../kernel/dates.ts'
import { type Actor, may } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'
import {
  type Naming,
  type Opening,
  type Seal,
  hasManager,
  isToldOfNaming,
  isToldOfOpening,
  mayBeNamedBy,
  sealedAgainst,
} from '../domain/seal.ts'
import { nameForSeal } from './nameForSeal.ts'
import type { ChangeAccess, PeopleStore, SealStore } from './ports.ts'

/** An opening as it is told to someone: which child and why only to those who may know. */
export type ToldOpening = Omit<Opening, 'child' | 'reason' | 'told'> & { child: string | null; reason: string | null }

/** A naming as it is told to someone: for which child only to those who may know. */
export type ToldNaming = Omit<Naming, 'child'> & { child: string | null }

/** A seal that nobody named can manage, without the child and the reason. */
export type LeftSeal = Pick<Seal, 'people' | 'knownFrom'>

/** What is wrong with naming someone for a sealed record. */
export type NamingProblem = { code: 'person_missing' } | { code: 'changed_meanwhile' }

/** Whatever someone is to be told of sealed records. */
export interface SealNotices {
  /** Openings and namings that they are told of and that nobody has looked into. */
  openings: number
  namings: number
  /** Seals for which they may name someone, since nobody named can manage them. */
  left: number
  /** Whether the child that they ask for is sealed, and they see it nevertheless. */
  isSealed: boolean
}

/** What was done about sealed records in spite of their seals, told to those who are to look into it. */
export interface SealOversight {
  noticesFor: (actor: Actor, child: string | null) => Promise<SealNotices>
  /** The openings and namings that the actor is told of, latest first. */
  toldTo: (actor: Actor) => Promise<{ openings: readonly ToldOpening[]; namings: readonly ToldNaming[] }>
  /** Notes that the actor has looked into something that they were told of, and logs it. */
  markSeen: (actor: Actor, kind: 'opening' | 'naming', id: string) => Promise<void>
  /** The seals for which the actor may name someone. */
  leftFor: (actor: Actor) => Promise<readonly LeftSeal[]>
  /**
   * Names a manager for the seal that began at this moment, where nobody named can manage it; logs it and has the managers
   * told. Stores nothing unless the list is empty.
   */
  name: (actor: Actor, seal: Instant, personId: string) => Promise<NamingProblem[]>
}

export interface SealOversightDeps {
  seals: SealStore
  people: Pick<PeopleStore, 'all'>
  changeAccess: ChangeAccess
}

export function makeSealOversight({ seals, people, changeAccess }: SealOversightDeps): SealOversight {
  async function told(actor: Actor, which: 'all' | 'unseen') {
    const { openings, namings } = await seals.events(actor.authority, which)
    const everyone = openings.length + namings.length > 0 ? await people.all(actor.authority) : []
    return {
      openings: openings.filter((opening) => isToldOfOpening(opening, actor, everyone)),
      namings: namings.filter((naming) => isToldOfNaming(naming, actor, everyone)),
    }
  }

  const leftOf = (actor: Actor, sealed: readonly Seal[], everyone: readonly Person[]) =>
    may(actor, accessPermissions.nameForSeal) ? sealed.filter((seal) => !hasManager(seal, everyone)) : []

  return {
    noticesFor: async (actor, child) => {
      const { openings, namings } = await told(actor, 'unseen')
      const isAsked = child !== null || may(actor, accessPermissions.nameForSeal)
      const { seals: sealed, openNow } = isAsked ? await seals.current(actor.authority) : { seals: [], openNow: [] }
      const everyone =
        may(actor, accessPermissions.nameForSeal) && sealed.length > 0 ? await people.all(actor.authority) : []
      return {
        openings: openings.length,
        namings: namings.length,
        left: leftOf(actor, sealed, everyone).length,
        isSealed:
          child !== null &&
          sealed.some((seal) => seal.child === child) &&
          !sealedAgainst(actor.personId, sealed, openNow).has(child),
      }
    },

    toldTo: async (actor) => {
      const [{ openings, namings }, { seals: sealed }] = await Promise.all([
        told(actor, 'all'),
        seals.current(actor.authority),
      ])
      // What the record is open to for some hours names no child here.
      const hidden = sealedAgainst(actor.personId, sealed, [])
      const mayKnow = (child: string) => may(actor, childrenPermissions.read) && !hidden.has(child)
      return {
        openings: openings.map(({ told: named, ...opening }) =>
          named.includes(actor.personId) || mayKnow(opening.child)
            ? opening
            : { ...opening, child: null, reason: null },
        ),
        namings: namings.map((naming) => ({ ...naming, child: mayKnow(naming.child) ? naming.child : null })),
      }
    },

    markSeen: async (actor, kind, id) => {
      const { openings, namings } = await told(actor, 'unseen')
      const child =
        kind === 'opening'
          ? openings.find(({ openingId }) => openingId === id)?.child
          : namings.find(({ namingId }) => namingId === id)?.child
      if (child === undefined) return
      await changeAccess(actor.authority, async (access) => {
        if (!(await access.markSeen(kind, id, actor.personId))) return
        const what = `looked into ${kind === 'opening' ? 'the opening of' : 'who was named for'} the sealed record`
        await access.note({ personId: actor.personId, action: 'change', what, children: [child] })
      })
    },

    leftFor: async (actor) => {
      const [{ seals: sealed }, everyone] = await Promise.all([
        seals.current(actor.authority),
        people.all(actor.authority),
      ])
      return leftOf(actor, sealed, everyone).map(({ people: named, knownFrom }) => ({ people: named, knownFrom }))
    },

    name: (actor, moment, personId) =>
      changeAccess(actor.authority, async (access) => {
        const seal = leftOf(actor, access.seals, access.people).find(({ knownFrom }) => knownFrom.equals(moment))
        if (!seal) return [{ code: 'changed_meanwhile' }]
        const isFit = access.people.some((person) => person.personId === personId && mayBeNamedBy(actor, person))
        if (!isFit) return [{ code: 'person_missing' }]
        await nameForSeal(access, seal, personId, actor)
        return []
      }),
  }
}
