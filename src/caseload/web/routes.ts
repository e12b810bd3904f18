import type { Routes } from '../../platform/web/authorities.ts'
import { boardRoutes } from './board.routes.ts'
import { type ChildOfficerDeps, childOfficerRoutes } from './childOfficer.routes.ts'
import { handOverRoutes } from './handOver.routes.ts'
import { officersRoutes } from './officers.routes.ts'
import { type UndoDeps, undoHandoverRoutes } from './undoHandover.routes.ts'
import { waitingRoutes } from './waiting.routes.ts'

/** Every page of officers, allocations and the caseload. */
export const caseloadRoutes =
  (deps: ChildOfficerDeps & UndoDeps): Routes =>
  async (app) => {
    const parts = [boardRoutes, waitingRoutes, officersRoutes, handOverRoutes, undoHandoverRoutes, childOfficerRoutes]
    for (const part of parts) await part(deps)(app)
  }
