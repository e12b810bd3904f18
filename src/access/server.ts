import type { World } from '../children/domain/world.ts'
import { roomsPort } from '../children/services.ts'
import { permissionsOf, settingsIn } from '../house/joined.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { settingsStoreOf } from '../house/services.ts'
import { pagesOf } from '../settings/form/pages.ts'
import { settingsPagesRoutes } from '../settings/web/settings.routes.ts'
import { accessPermissions } from './permissions.ts'
import { settingsSection } from './sections.ts'
import { accessServices } from './services.ts'
import { actorOf } from './web/actor.ts'
import { makeFailures } from './web/failures.ts'
import { keptRoutes } from './web/kept.routes.ts'
import { logRoutes } from './web/log.routes.ts'
import { nameOf } from './web/names.ts'
import { peopleRoutes } from './web/people.routes.ts'
import { sessionRoutes } from './web/sessions.routes.ts'
import { sealedRoutes } from './web/sealed.routes.ts'
import { settingsRoutes } from './web/settings.routes.ts'

/** What this room gives a server. */
export function accessOnServer({ house, today, monotonic, signIn }: Server<World>): RoomOnServer<World> {
  const services = accessServices(house)
  const { people, savePerson, sealed, sealOversight, settingsOf, log, visibleChildrenOf, isKnownChild, keptForms } =
    services
  const rooms = roomsPort.of(house)
  const all = settingsIn(rooms)
  return {
    routes: [
      settingsRoutes(pagesOf(all.settings)),
      settingsPagesRoutes({
        permission: accessPermissions.manageSettings,
        section: settingsSection,
        store: settingsStoreOf(house),
        changeSettings: services.changeSettings,
        all,
        personOf: (request) => actorOf(request).personId,
        namesFor: async (request) => {
          const everyone = await people.all(request.authority.code)
          return (personId) => nameOf(personId, everyone)
        },
        today,
      }),
      peopleRoutes({ people, savePerson, settingsOf, permissions: permissionsOf(rooms) }),
      sealedRoutes({ sealed, sealOversight, people, settingsOf, failures: makeFailures(monotonic) }),
      logRoutes({ log, people, visibleChildrenOf, isKnownChild }),
      keptRoutes(keptForms),
      sessionRoutes({ sessions: services.ownSessions, ...signIn }),
    ],
  }
}
