import { whatIsSeen } from '../access/web/seen.ts'
import { bookingPermissions } from '../booking/permissions.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { oversightServices } from '../oversight/services.ts'
import { childPageRoutes } from '../oversight/web/childPage.ts'
import { watchedPermissions } from './permissions.ts'
import { watchedServices } from './services.ts'
import { watchedPersonPage, watchedPersonPanel } from './web/person.page.ts'
import { preparationPage, preparationPanel } from './web/preparation.page.ts'
import { watchedTasks } from './web/tasks.ts'
import { watchedRoutes } from './web/watched.routes.ts'

/** What this room gives a server. */
export function watchedOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const writeRow = oversightServices(house).writeRowOn(today)
  return {
    routes: [
      watchedRoutes({ worldsFor, today, addPerson: watchedServices(house).addPersonOn(today) }),
      childPageRoutes({ worldsFor, today, writeRow }, watchedPersonPage),
      childPageRoutes({ worldsFor, today, writeRow }, preparationPage),
    ],
    panels: ({ world, code, may }, child) => {
      const mayWrite = may(watchedPermissions.write)
      return [watchedPersonPanel(world, child, code, mayWrite), preparationPanel(world, child, code, mayWrite)].flatMap(
        (panel) => panel ?? [],
      )
    },
    tasks: ({ world, code, may }, whose) =>
      may(watchedPermissions.write) ? watchedTasks(world, whose, code, may(bookingPermissions.book)) : [],
  }
}
