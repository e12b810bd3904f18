import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { oversightPermissions } from '../oversight/permissions.ts'
import { oversightServices } from '../oversight/services.ts'
import { childPageRoutes } from '../oversight/web/childPage.ts'
import { tasksOfDeadlines } from '../oversight/web/tasks.ts'
import { missingClocks, missingDeadlines } from './domain/clocks.ts'
import { missingChildPage, missingPanel } from './web/missing.page.ts'

/** What this room gives a server. */
export function missingChildrenOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const writeRow = oversightServices(house).writeRowOn(today)
  return {
    routes: [childPageRoutes({ worldsFor, today, writeRow }, missingChildPage)],
    panels: ({ world, code, may }, child) => missingPanel(world, child, code, may(oversightPermissions.write)),
    tasks: ({ world, code, may }, whose) =>
      may(oversightPermissions.write)
        ? tasksOfDeadlines(world, whose, missingDeadlines.missing, {
            code,
            page: missingChildPage,
            orderOf: ({ id }) => orders.get(id) ?? null,
          })
        : [],
  }
}

/** What each clock asks for, as an order. */
const orders: ReadonlyMap<string, string> = new Map([
  [missingClocks.stage1.id, 'Hold the first-stage meeting about going missing'],
  [missingClocks.stage2.id, 'Hold the second-stage meeting about going missing'],
  [missingClocks.interview.id, 'See to the return home interview'],
])
