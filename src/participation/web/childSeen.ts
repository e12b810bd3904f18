import { people } from '../../children/registers/people.ts'
import { recordsOf } from '../../world/world.ts'
import type { FastifyRequest } from 'fastify'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { PageNotFound } from '../../platform/web/errors.ts'

/** What pages need to see children with. */
export interface SeeingDeps {
  /** The worlds as whoever asks may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
}

/**
 * The world of a child as whoever asks may see it with the route's permission. Throws `PageNotFound` where the child is
 * not known, or not to them. Those whom only the register of people has, care leavers among them, have reviews too.
 */
export async function childSeen(request: FastifyRequest, child: string, deps: SeeingDeps): Promise<World> {
  const world = await deps.worldsFor(request).ofChild(request.authority.code, child, deps.today(), null)
  const isKnown = world.histories.length > 0 || recordsOf(world, people).some((person) => person.child === child)
  if (!isKnown) throw new PageNotFound()
  return world
}
