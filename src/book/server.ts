import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { bookServices } from './services.ts'
import { bookRoutes } from './web/routes.ts'

/** What this room gives a server. */
export function bookOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { performanceBookOf } = bookServices(house)
  return { routes: [bookRoutes({ bookFor: (request) => performanceBookOf(worldsFor(request)), today })] }
}
