import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { returnsServices } from '../returns/services.ts'
import { reportingServices } from './services.ts'
import { reportRoutes } from './web/routes.ts'

/** What this room gives a server. */
export function reportingOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { words, annualReportOf } = reportingServices(house)
  const { coverage } = returnsServices(house).returns
  return {
    routes: [
      reportRoutes({ annualReportFor: (request) => annualReportOf(worldsFor(request)), words, coverage, today }),
    ],
  }
}
