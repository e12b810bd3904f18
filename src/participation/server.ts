import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { participationPermissions } from './permissions.ts'
import { participationServices } from './services.ts'
import { choicesRoutes } from './web/choices.routes.ts'
import { contactsRoutes } from './web/contacts.routes.ts'
import { nameRoutes } from './web/name.routes.ts'
import { namePanel } from './web/name.view.ts'
import { voicePanel } from './web/voice.panel.ts'

/** What this room gives a server. */
export function participationOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { saveContact, saveName, writeChoices } = participationServices(house).participationOn(today)
  return {
    routes: [
      contactsRoutes({ worldsFor, today, saveContact }),
      choicesRoutes({ worldsFor, today, writeChoices }),
      nameRoutes({ worldsFor, today, saveName }),
    ],
    panels: ({ world, code, may }, child) => {
      const mayWrite = may(participationPermissions.write)
      return [voicePanel(world, child, code, mayWrite), ...(mayWrite ? [namePanel(world, child, code)] : [])]
    },
  }
}
