import type { World } from '../../children/domain/world.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { ChildPanels } from '../../house/panels.ts'
import type { Server } from '../../house/server.ts'
import type { FastifyRequest } from 'fastify'

/** What rooms show on a child's page: as it stands today. */
export const childPanelsFor =
  (
    { rooms, today }: Pick<Server<World>, 'rooms' | 'today'>,
    worldsFor: (request: FastifyRequest) => Worlds,
  ): ChildPanels =>
  async (request, child) => {
    const { code } = request.authority
    const world = await worldsFor(request).ofChild(code, child, today(), null)
    const may = request.may.bind(request)
    return rooms().flatMap(({ panels }) => panels?.({ world, code, may, request }, child) ?? [])
  }
