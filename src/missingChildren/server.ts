import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { oversightPermissions } from '../oversight/permissions.ts'
import { oversightServices } from '../oversight/services.ts'
import { childPageRoutes } from '../oversight/web/childPage.ts'
import { missingChildPage, missingPanel } from './web/missing.page.ts'

/** What this room gives a server. */
export function missingChildrenOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const writeRow = oversightServices(house).writeRowOn(today)
  return {
    routes: [childPageRoutes({ worldsFor, today, writeRow }, missingChildPage)],
    panels: ({ world, code, may }, child) => missingPanel(world, child, code, may(oversightPermissions.write)),
  }
}
