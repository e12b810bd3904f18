import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Actor } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import type { SeenWorlds } from './seenWorlds.ts'

/** The user who asks for something, and of which authority: what every use case is given first. */
export interface Asking {
  by: Actor
  authority: { code: string; name: string }
}

/** The same, where people may be sent links. */
export interface AskingFrom extends Asking {
  /** Where browsers find the server: `https://footprint.example.gov.uk`. */
  origin: string
}

/** What a use case needs to read what the user may see. */
export interface Seeing {
  /** The worlds as the user may see them: what they may not see is not there. */
  seenWorlds: SeenWorlds
  today: () => PlainDate
}

/** A child, with what the user may see of it. */
export interface SeenChild {
  child: string
  /** All that is known of the child, on the day. */
  world: World
}

/**
 * A child with all that is known of it, on a day; null where the child is not known or may not be seen with this
 * permission, which are the same. The first line of every use case about a child. Those whom only the register of people
 * has, care leavers among them, are known too.
 */
export async function seenChild(
  { seenWorlds, today }: Seeing,
  { by, authority }: Asking,
  permission: Permission,
  child: string,
  day: PlainDate = today(),
): Promise<SeenChild | null> {
  const world = await seenWorlds(by, permission).ofChild(authority.code, child, day, null)
  return isKnown(world, child) ? { child, world } : null
}
