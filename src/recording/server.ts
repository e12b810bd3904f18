import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { recordingPermissions } from './permissions.ts'
import { recordingServices } from './services.ts'
import { afterRoutes } from './web/after.routes.ts'
import { decisionsPanel, recordingTasks } from './web/panel.ts'
import { textsRoutes } from './web/texts.routes.ts'

/** What this room gives a server. */
export function recordingOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { writtenOf, changingOn, textsOn } = recordingServices(house)
  const deps = { worldsFor, today, writtenOf, changing: changingOn(today), texts: textsOn(today) }
  return {
    routes: [afterRoutes(deps), textsRoutes(deps)],
    panels: ({ world, code, may }, child) => (may(recordingPermissions.read) ? decisionsPanel(world, child, code) : []),
    tasks: ({ world, code, may }, whose) => (may(recordingPermissions.write) ? recordingTasks(world, whose, code) : []),
  }
}
