import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { SeenBy } from '../../world/visibility.ts'
import type { VisibleChildrenOf } from './visibleChildren.ts'
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
  (worlds: Worlds, visibleChildrenOf: VisibleChildrenOf, seenBy: SeenBy<World>): SeenWorlds =>
  (actor, permission) => {
    /** `name`: as the world is remembered; null where it is not. */
    async function seen(authority: string, name: string | null, world: Promise<World>): Promise<World> {
      const [visible, whole] = await Promise.all([visibleChildrenOf(actor, permission), world])
      return seenBy(whole, visible, authority, name)
    }
    const own = (authority: string): string => {
      if (authority !== actor.authority) throw new AnotherAuthority()
      return authority
    }
    const nameOf = (name: string, asAt: PlainDate, knownAt: Instant | null) =>
      knownAt === null ? `${name} ${asAt.toString()}` : null
    return {
      ofYear: async (authority, year, asAt, knownAt) =>
        seen(
          authority,
          nameOf(`days from ${year.firstDay.toString()}`, asAt, knownAt),
          worlds.ofYear(own(authority), year, asAt, knownAt),
        ),
      onDay: async (authority, asAt, knownAt) =>
        seen(authority, nameOf('day', asAt, knownAt), worlds.onDay(own(authority), asAt, knownAt)),
      onDaySince: async (authority, since, asAt, knownAt) =>
        seen(
          authority,
          nameOf(`day with those since ${since.toString()}`, asAt, knownAt),
          worlds.onDaySince(own(authority), since, asAt, knownAt),
        ),
      ofChild: async (authority, ...asked) => seen(authority, null, worlds.ofChild(own(authority), ...asked)),
      ofAll: async (authority, asAt, knownAt) =>
        seen(authority, nameOf('all', asAt, knownAt), worlds.ofAll(own(authority), asAt, knownAt)),
    }
  }
