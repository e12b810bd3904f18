import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { reviewsPermissions } from '../reviews/permissions.ts'
import { bookingPages } from './pages.ts'
import { bookingPermissions } from './permissions.ts'
import { bookingPanels } from './web/panel.ts'
import { childOfReview } from './web/childOfReview.ts'
import { bookingRoutes } from './web/routes.ts'
import { bookingTasks } from './web/tasks.ts'

/** What this room gives a server. */
export const bookingOnServer = (server: Server<World>): RoomOnServer<World> => ({
  routes: [bookingRoutes(bookingPages(server))],
  panels: ({ world, code, may }, child) =>
    may(reviewsPermissions.read) ? bookingPanels(world, child, code, may(bookingPermissions.book)) : [],
  childIn: childOfReview(server),
  tasks: ({ world, code, may }, whose) => (may(bookingPermissions.book) ? bookingTasks(world, whose, code) : []),
})
