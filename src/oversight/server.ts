import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { isAfter, isOnOrBefore } from '../kernel/dates.ts'
import { flagsOf } from './domain/entries.ts'
import { oversightPermissions } from './permissions.ts'
import { oversightServices } from './services.ts'
import { flagKinds } from './registers/flags.ts'
import { childPageRoutes } from './web/childPage.ts'
import { oversightChildPage, oversightPanel } from './web/oversight.page.ts'
import { oversightTasks } from './web/tasks.ts'

/** What this room gives a server. */
export function oversightOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const writeRow = oversightServices(house).writeRowOn(today)
  return {
    routes: [childPageRoutes({ worldsFor, today, writeRow }, oversightChildPage)],
    panels: ({ world, code, may }, child) => [oversightPanel(world, child, code, may(oversightPermissions.write))],
    tasks: ({ world, code, may }, whose) => (may(oversightPermissions.write) ? oversightTasks(world, whose, code) : []),
    flags: ({ world }, child) =>
      flagsOf(world, child)
        .filter(({ from, to }) => isOnOrBefore(from, world.asAt) && (to === null || isAfter(to, world.asAt)))
        .map(({ kind }) => ({ text: flagKinds[kind], isUrgent: false })),
  }
}
