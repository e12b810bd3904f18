import type { World } from '../children/domain/world.ts'
import type { RoomOnServer } from '../house/server.ts'
import { checkReportRoutes } from './web/checkReport.routes.ts'

/** What this room gives a server. */
export const proofreadingOnServer = (): RoomOnServer<World> => ({ routes: [checkReportRoutes] })
