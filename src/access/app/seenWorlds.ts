import type { SeenBy } from '../../world/visibility.ts'
import type { SightOf } from './sights.ts'
import type { Actor } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import type { World } from '../../children/domain/world.ts'
import type { Worlds } from '../../children/app/worlds.ts'

/** The worlds as someone may see them with a permission: the only ones that pages, files and feeds are given. */
export type SeenWorlds = (actor: Actor, permission: Permission) => Worlds

/** Thrown where the worlds of an authority are asked for in the name of someone of another. */
export class AnotherAuthority extends Error {
  override readonly name = 'AnotherAuthority'
  constructor() {
    super('the worlds of another authority than the actor’s')
  }
}

/** Worlds without whom the actor may not see, as though they had never been in the records. */
export const makeSeenWorlds =
  (worlds: Worlds, sightOf: SightOf, seenBy: SeenBy<World>): SeenWorlds =>
  (actor, permission) => {
    async function seen(authority: string, world: () => Promise<World>): Promise<World> {
      if (authority !== actor.authority) throw new AnotherAuthority()
      const [sight, whole] = await Promise.all([sightOf(actor, permission), world()])
      return seenBy(whole, sight)
    }
    return {
      ofYear: (authority, ...asked) => seen(authority, () => worlds.ofYear(authority, ...asked)),
      onDay: (authority, ...asked) => seen(authority, () => worlds.onDay(authority, ...asked)),
      ofChild: (authority, ...asked) => seen(authority, () => worlds.ofChild(authority, ...asked)),
      ofAll: (authority, ...asked) => seen(authority, () => worlds.ofAll(authority, ...asked)),
    }
  }
