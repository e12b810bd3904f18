import { keepRecords } from '../access/app/changeRecords.ts'
import { accessServices } from '../access/services.ts'
import { actorOf } from '../access/web/actor.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { rowPageRoutes } from '../oversight/web/childPage.ts'
import { authorityPath } from '../platform/web/authorities.ts'
import { makeWriteSupport } from './app/support.ts'
import { supportPermissions } from './permissions.ts'
import { supportSection } from './sections.ts'
import { supportRoutes } from './web/support.routes.ts'
import { volunteersPage } from './web/volunteers.page.ts'
import { supportPanel } from './web/support.view.ts'

/** What this room gives a server. */
export function supportOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { changing, seenWorlds } = accessServices(house)
  return {
    routes: [
      rowPageRoutes(volunteersPage, {
        pattern: '/support/volunteers',
        section: supportSection,
        subjectOf: async (request) => {
          const { code } = request.authority
          return {
            world: await worldsFor(request).onDay(code, today(), null),
            subject: '',
            children: [],
            caption: 'Independent visitors',
            back: { href: authorityPath(code, 'support'), text: 'Advocacy and independent visitors' },
            path: authorityPath(code, 'support', 'volunteers'),
          }
        },
        write: (request, { what, register }, row) =>
          keepRecords<never>(
            changing,
            { authority: request.authority, by: actorOf(request) },
            {
              what,
              registers: [register],
              logged: () => null,
              decide: () => ({ rows: [row] }),
            },
          ),
      }),
      supportRoutes({ worldsFor, today, writeSupport: makeWriteSupport({ ...changing, seenWorlds, today }) }),
    ],
    panels: ({ world, code, may }, child) =>
      may(supportPermissions.read) ? [supportPanel(world, child, code, may(supportPermissions.write))] : [],
  }
}
