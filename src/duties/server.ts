import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { makeEnterDuty } from './app/duties.ts'
import { dutiesRoutes } from './web/duties.routes.ts'

/** What this room gives a server. */
export function dutiesOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { changing } = accessServices(house)
  return {
    routes: [dutiesRoutes({ worldsFor, today, enterDuty: makeEnterDuty({ ...changing, today, newRef: randomUUID }) })],
  }
}
