import { isKnown } from '../../children/domain/watched.ts'
import type { FastifyRequest } from 'fastify'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { PageNotFound } from '../../platform/web/errors.ts'

/** What pages need to see children with. */
export interface SeeingDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
}

/**
 * The world of a child as the user may see it with the route's permission. Throws `PageNotFound` where the child is
 * not known, or not to them. Those whom only the register of people has, care leavers among them, have reviews too.
 */
export async function childSeen(request: FastifyRequest, child: string, deps: SeeingDeps): Promise<World> {
  const world = await deps.worldsFor(request).ofChild(request.authority.code, child, deps.today(), null)
  if (!isKnown(world, child)) throw new PageNotFound()
  return world
}
