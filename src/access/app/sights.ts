import type { World } from '../../children/domain/world.ts'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { type Permission, grantsOf } from '../domain/permissions.ts'
import { sealedAgainst } from '../domain/seal.ts'
import { caseloadOf, workersOf } from '../domain/sight.ts'
import { type Sight } from '../../world/visibility.ts'
import type { PeopleStore, SealStore } from './ports.ts'

/** Which children a person may see with a permission, now. */
export type SightOf = (actor: Actor, permission: Permission) => Promise<Sight>

export interface SightDeps {
  people: Pick<PeopleStore, 'all'>
  seals: Pick<SealStore, 'current'>
  /** The children in care today: whose they are today decides, also when they ask about another day. */
  worldToday: (authority: string) => Promise<World>
}

export const makeSightOf =
  ({ people, seals, worldToday }: SightDeps): SightOf =>
  async (actor, permission) => {
    const { authority } = actor
    const scope = scopeOf(actor, permission)
    const { seals: sealed, openNow } = await seals.current(authority)
    const hidden = sealedAgainst(actor.personId, sealed, grantsOf(permission).isForNamedOnly ? [] : openNow)
    if (scope === 'authority') return { only: null, sealed: hidden }
    if (scope === null) return { only: new Set(), sealed: hidden }
    const workers = workersOf(actor, scope, scope === 'team' ? await people.all(authority) : [])
    return { only: caseloadOf(workers, await worldToday(authority)), sealed: hidden }
  }
