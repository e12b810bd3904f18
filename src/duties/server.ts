import { randomUUID } from 'node:crypto'
import { scopeOf } from '../access/domain/actor.ts'
import { accessServices } from '../access/services.ts'
import { actorOf } from '../access/web/actor.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { oversightServices } from '../oversight/services.ts'
import { childPageRoutes } from '../oversight/web/childPage.ts'
import { officers } from '../officers/registers/officers.ts'
import { authorityPath } from '../platform/web/authorities.ts'
import { recordsOf } from '../world/world.ts'
import { makeEnterDuty, makeWriteLink } from './app/duties.ts'
import { OFFICER } from './domain/supervision.ts'
import { dutiesPermissions } from './permissions.ts'
import { dutiesRoutes } from './web/duties.routes.ts'
import { gapsPage, gapsPanel } from './web/gaps.page.ts'
import { serviceRoutes } from './web/service.routes.ts'

/** What this room gives a server. */
export function dutiesOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { changing } = accessServices(house)
  const writeRow = oversightServices(house).writeRowOn(today)
  return {
    routes: [
      dutiesRoutes({
        worldsFor,
        today,
        enterDuty: makeEnterDuty({ ...changing, today, newRef: randomUUID }),
        writeLink: makeWriteLink(changing),
      }),
      serviceRoutes({ worldsFor, today }),
      childPageRoutes({ worldsFor, today, writeRow }, gapsPage),
    ],
    panels: ({ world, code, may }, child) => {
      const panel = may(dutiesPermissions.explainGaps) ? gapsPanel(world, child, code) : null
      return panel === null ? [] : [panel]
    },
    subject: ({ world, code, may, request }, { kind, ref }) => {
      if (kind !== OFFICER || !may(dutiesPermissions.read)) return null
      const actor = actorOf(request)
      const isShown = scopeOf(actor, dutiesPermissions.read) === 'authority' || actor.officerId === ref
      const officer = recordsOf(world, officers).find(({ officerId }) => officerId === ref)
      return isShown && officer ? { text: officer.name, href: authorityPath(code, 'duties'), officerId: ref } : null
    },
  }
}
