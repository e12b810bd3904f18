import type { Visibility } from '../../kernel/visibility.ts'
import type { World } from '../../children/domain/world.ts'
import { OPERATOR_ID, localOperator, may, scopeOf, type Actor } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import { sealedAgainst } from '../domain/seal.ts'
import { caseloadOf, workersOf } from '../domain/caseload.ts'
import { type VisibleChildren, visibilityIn } from '../../world/visibility.ts'
import { actorOf } from '../domain/person.ts'
import type { PeopleStore, SealStore } from './ports.ts'

/** Which children a person may see with a permission, now. */
export type VisibleChildrenOf = (actor: Actor, permission: Permission) => Promise<VisibleChildren>

export interface VisibleChildrenDeps {
  people: Pick<PeopleStore, 'all'>
  seals: Pick<SealStore, 'current'>
  /** The children in care today: whose they are today decides, also when they ask about another day. */
  worldToday: (authority: string) => Promise<World>
}

export const makeVisibleChildrenOf =
  ({ people, seals, worldToday }: VisibleChildrenDeps): VisibleChildrenOf =>
  async (actor, permission) => {
    const { authority } = actor
    const scope = scopeOf(actor, permission)
    const { seals: sealed, openNow } = await seals.current(authority)
    const hidden = sealedAgainst(actor.personId, sealed, permission.isForNamedOnly ? [] : openNow)
    if (scope === 'authority') return { only: null, sealed: hidden }
    if (scope === null) return { only: new Set(), sealed: hidden }
    const workers = workersOf(actor, scope, scope === 'team' ? await people.all(authority) : [])
    return { only: caseloadOf(workers, await worldToday(authority)), sealed: hidden }
  }

/** Thrown where someone has work done for which they have no permission any more. */
export class NotPermitted extends Error {
  override readonly name = 'NotPermitted'
  constructor(personId: string, permission: Permission) {
    super(`${personId} does not hold the permission ${permission.id}`)
  }
}

/**
 * Whom a person may see with a permission, for work that is done for them elsewhere than in their request. Throws
 * `NotPermitted` where they do not hold it.
 */
export const makeVisibilityOf =
  (people: Pick<PeopleStore, 'all'>, visibleChildrenOf: VisibleChildrenOf, permission: Permission) =>
  async (authority: string, personId: string): Promise<Visibility> => {
    const person = (await people.all(authority)).find((one) => one.personId === personId && one.isActive)
    const actor = personId === OPERATOR_ID ? localOperator(authority) : person && actorOf(person, authority)
    if (!actor || !may(actor, permission)) throw new NotPermitted(personId, permission)
    return visibilityIn(await visibleChildrenOf(actor, permission))
  }
