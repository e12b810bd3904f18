import type { Routes } from '../../platform/web/authorities.ts'
import { boardRoutes } from './board.routes.ts'
import { type ChildOfficerDeps, childOfficerRoutes } from './childOfficer.routes.ts'
import { officersRoutes } from './officers.routes.ts'
import { waitingRoutes } from './waiting.routes.ts'

/** Every page of officers, allocations and the caseload. */
export const caseloadRoutes =
  (deps: ChildOfficerDeps): Routes =>
  async (app) => {
    for (const add of [boardRoutes(deps), waitingRoutes(deps), officersRoutes(deps), childOfficerRoutes(deps)]) {
      await add(app)
    }
  }
