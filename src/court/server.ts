import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { courtPermissions } from './permissions.ts'
import { courtServices } from './services.ts'
import { courtRoutes } from './web/court.routes.ts'
import { courtPanel } from './web/court.view.ts'
import { courtTasks } from './web/tasks.ts'

/** What this room gives a server. */
export function courtOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  return {
    routes: [courtRoutes({ worldsFor, today, court: courtServices(house).courtOn(today) })],
    panels: ({ world, code, may }, child) =>
      may(courtPermissions.read) ? courtPanel(world, child, code, may(courtPermissions.write)) : [],
    tasks: ({ world, code, may }, whose) => (may(courtPermissions.write) ? courtTasks(world, whose, code) : []),
  }
}
