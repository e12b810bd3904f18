import { whatIsSeen } from '../access/web/seen.ts'
import { bookingPages } from '../booking/pages.ts'
import { roomsPort } from '../children/services.ts'
import type { World } from '../children/domain/world.ts'
import { registersOf } from '../house/joined.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { outboxPort } from '../messages/services.ts'
import { caseloadPermissions } from './permissions.ts'
import { caseloadServices } from './services.ts'
import { officerPanel } from './web/panel.view.ts'
import { caseloadRoutes } from './web/routes.ts'
import { allocationTasks } from './web/tasks.ts'

/** What this room gives a server. */
export function caseloadOnServer(server: Server<World>): RoomOnServer<World> {
  const { house, today } = server
  const { worldsFor } = whatIsSeen(house)
  const caseload = caseloadServices(house).caseloadOn(today)
  return {
    routes: [
      caseloadRoutes({
        worldsFor,
        caseload,
        outbox: outboxPort.of(house),
        reviews: bookingPages(server),
        today,
        allRegisters: registersOf(roomsPort.of(house)),
      }),
    ],
    panels: ({ world, code, may }, child) => [officerPanel(world, child, code, may)],
    tasks: ({ world, code, may }) => (may(caseloadPermissions.manageAllocations) ? allocationTasks(world, code) : []),
  }
}
