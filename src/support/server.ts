import { accessServices } from '../access/services.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { makeWriteSupport } from './app/support.ts'
import { supportPermissions } from './permissions.ts'
import { supportRoutes } from './web/support.routes.ts'
import { supportPanel } from './web/support.view.ts'

/** What this room gives a server. */
export function supportOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { changing, seenWorlds } = accessServices(house)
  return {
    routes: [supportRoutes({ worldsFor, today, writeSupport: makeWriteSupport({ ...changing, seenWorlds, today }) })],
    panels: ({ world, code, may }, child) =>
      may(supportPermissions.read) ? [supportPanel(world, child, code, may(supportPermissions.write))] : [],
  }
}
