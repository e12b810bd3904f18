import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { inPlace } from '../kernel/inPlace.ts'
import { figuresIn, ofReturnsPort } from './services.ts'
import { childPanelsFor } from './web/childPanels.ts'
import { frameRoutes } from './web/frame.ts'
import { searchRoutes } from './web/search.routes.ts'
import { overviewRoutes } from './web/routes.ts'

/** What this room gives a server. */
export function overviewOnServer(server: Server<World>): RoomOnServer<World> {
  const { house, today, rooms } = server
  const { worldsFor } = whatIsSeen(house)
  return {
    routes: [
      frameRoutes(server),
      searchRoutes({ worldsFor, today }),
      overviewRoutes({
        worldsFor,
        teamsFor: teamsSeen(house, today),
        subjectsFor: (request, world) => {
          const looking = { world, code: request.authority.code, may: request.may.bind(request), request }
          return (subject) => rooms().flatMap((room) => room.subject?.(looking, subject) ?? [])[0] ?? null
        },
        ...ofReturnsPort.of(house),
        today,
        shownFigures: () => ({
          figures: figuresIn(house),
          charts: inPlace(rooms().flatMap(({ charts = [] }) => charts)),
        }),
        childPanels: [childPanelsFor(server, worldsFor)],
      }),
    ],
  }
}
