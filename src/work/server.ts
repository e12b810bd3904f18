import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { ownWorkFor } from './web/ownWork.ts'
import { workRoutes } from './web/work.routes.ts'

/** What this room gives a server. */
export function workOnServer(server: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(server.house)
  return { routes: [workRoutes({ workFor: ownWorkFor(server, worldsFor), today: server.today })] }
}
