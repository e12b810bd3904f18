import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { checksPermissions } from './permissions.ts'
import { checksServices } from './services.ts'
import { checksRoutes } from './web/checks.routes.ts'
import { checksPanel } from './web/checks.panel.ts'

/** What this room gives a server. */
export function checksOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  return {
    routes: [checksRoutes({ worldsFor, today, ...checksServices(house).checksOn(today) })],
    panels: ({ world, code, may }, child) => [checksPanel(world, child, code, may(checksPermissions.write))],
  }
}
