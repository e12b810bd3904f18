import type { Visibility } from '../kernel/visibility.ts'
import { RememberedFew, rememberedFor } from '../kernel/remember.ts'
import { rowsSeen } from '../registers/people.ts'
import type { Register } from '../registers/register.ts'
import type { Known, WorldOf } from './world.ts'

/** Which children someone may see. */
export interface Sight {
  /** Only these; null for everyone in the authority. */
  only: ReadonlySet<string> | null
  /** Never these, which are sealed. */
  sealed: ReadonlySet<string>
}

/** Whether the child may be seen. */
export const maySee = ({ only, sealed }: Sight, child: string): boolean =>
  (only === null || only.has(child)) && !sealed.has(child)

/** The same as data, for engines and rooms that know nothing of roles and seals. */
export const visibilityIn = ({ only, sealed }: Sight): Visibility => ({ only: only && [...only], hidden: [...sealed] })

/** Gives a world without what a sight does not reach. */
export type SeenBy<World> = (world: World, sight: Sight) => World

/** How worlds look to so many sights is remembered. */
const MOST_SIGHTS_REMEMBERED = 100

/**
 * Gives worlds as they may be seen: who is not to be seen is in no list, count, search, figure or file made of one, as
 * though they had never been in the records. Those who see the same share one world, with all that is derived of it.
 * `registers`: all that there are, whose columns say whom a row is about.
 */
export function makeSeenBy<History extends Known, Coverage>(
  registers: readonly Register[],
): SeenBy<WorldOf<History, Coverage>> {
  const remembered = new RememberedFew<(world: WorldOf<History, Coverage>) => WorldOf<History, Coverage>>(
    MOST_SIGHTS_REMEMBERED,
  )
  const seenWith = (sight: Sight) => {
    const historiesOf = rememberedFor((histories: readonly History[]): readonly History[] =>
      histories.filter(({ record }) => maySee(sight, record.child)),
    )
    const registersOf = rowsSeen(registers, (child) => maySee(sight, child))
    return rememberedFor((world: WorldOf<History, Coverage>): WorldOf<History, Coverage> => ({
      ...world,
      histories: historiesOf(world.histories),
      registers: registersOf(world.registers),
    }))
  }
  return (world, sight) => {
    if (sight.only === null && sight.sealed.size === 0) return world
    const key = JSON.stringify([sight.only && [...sight.only].sort(), [...sight.sealed].sort()])
    const seen = remembered.get(key) ?? seenWith(sight)
    remembered.set(key, seen)
    return seen(world)
  }
}
