import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import { fosteringServices } from '../fostering/services.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { oversightServices } from '../oversight/services.ts'
import { childPageRoutes } from '../oversight/web/childPage.ts'
import { signsPermissions } from './permissions.ts'
import { beforeLastImportIn } from './services.ts'
import { householdSignsRoutes } from './web/householdSigns.page.ts'
import { signsRoutes } from './web/list.routes.ts'
import { signsChildPage, signsPanel } from './web/signs.page.ts'
import { signTasks } from './web/tasks.ts'

/** What this room gives a server. */
export function signsOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const writeRow = oversightServices(house).writeRowOn(today)
  const { writeHouseholdRow } = fosteringServices(house).fosteringOn(today)
  return {
    routes: [
      signsRoutes({ worldsFor, today, beforeLastImport: beforeLastImportIn(house) }),
      childPageRoutes({ worldsFor, today, writeRow }, signsChildPage),
      householdSignsRoutes({ worldsFor, today, writeHouseholdRow }),
    ],
    panels: ({ world, code, may }, child) =>
      may(signsPermissions.read) ? [signsPanel(world, child, code, may(signsPermissions.acknowledge))] : [],
    tasks: ({ world, code, may }, whose) => (may(signsPermissions.acknowledge) ? signTasks(world, whose, code) : []),
  }
}
