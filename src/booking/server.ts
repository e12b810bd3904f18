import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import { worldsOf } from '../children/services.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { reviewsPermissions } from '../reviews/permissions.ts'
import { meetings } from '../reviews/registers/meetings.ts'
import { bookingSetting } from '../reviews/settings.ts'
import { maySee } from '../world/visibility.ts'
import { recordsOf } from '../world/world.ts'
import { takenBy } from './domain/diary.ts'
import { bookingPermissions } from './permissions.ts'
import { bookingServices, newReviewRef } from './services.ts'
import type { BookingPagesDeps } from './web/deps.ts'
import { bookingPanels } from './web/panel.ts'
import { bookingRoutes } from './web/routes.ts'
import { bookingTasks } from './web/tasks.ts'

/** What this room gives a server. */
export function bookingOnServer({ house, today, originOf }: Server<World>): RoomOnServer<World> {
  const { worldsFor, sightFor } = whatIsSeen(house)
  const hiddenTimesFor: BookingPagesDeps['hiddenTimesFor'] = async (request) => {
    const [sight, world] = await Promise.all([
      sightFor(request),
      worldsOf(house).onDay(request.authority.code, today(), null),
    ])
    const hidden = recordsOf(world, meetings).filter(({ child }) => !maySee(sight, child))
    return takenBy(hidden, bookingSetting.of(world.settings).meetingMinutes)
  }
  const booking = bookingServices(house).bookingOn(today)
  const teamsFor = teamsSeen(house, today)
  return {
    routes: [bookingRoutes({ worldsFor, teamsFor, hiddenTimesFor, booking, newReviewRef, originOf, today })],
    panels: ({ world, code, may }, child) =>
      may(reviewsPermissions.read) ? bookingPanels(world, child, code, may(bookingPermissions.book)) : [],
    tasks: ({ world, code, may }, whose) => (may(bookingPermissions.book) ? bookingTasks(world, whose, code) : []),
  }
}
