import { makeFailures } from '../access/web/failures.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { outboxPort, providersPort } from '../messages/services.ts'
import { invitingServices } from './services.ts'
import { invitationsRoutes } from './web/invitations.routes.ts'
import { invitingStep } from './web/step.ts'
import { linkRoutes } from './web/link.routes.ts'
import { calendarRoutes, feedRoutes } from './web/ownCalendar.routes.ts'

/** What this room gives a server. */
export function invitingOnServer({ house, today, originOf, monotonic }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { calendarFeeds, invitingOn } = invitingServices(house)
  const { inviting, invitedMeetingOf, readFeed } = invitingOn(today)
  return {
    routes: [
      invitationsRoutes({
        worldsFor,
        today,
        inviting,
        outbox: outboxPort.of(house),
        providers: providersPort.of(house),
        originOf,
      }),
      calendarRoutes({ feeds: calendarFeeds, originOf }),
    ],
    steps: invitingStep(outboxPort.of(house)),
    publicRoutes: [
      linkRoutes({ invitedMeetingOf, failures: makeFailures(monotonic), originOf, now: house.now }),
      feedRoutes({ readFeed, failures: makeFailures(monotonic), originOf }),
    ],
  }
}
