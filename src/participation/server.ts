import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { participationPermissions } from './permissions.ts'
import { participationServices } from './services.ts'
import { choicesRoutes } from './web/choices.routes.ts'
import { contactsRoutes } from './web/contacts.routes.ts'
import { voicePanel } from './web/voice.panel.ts'

/** What this room gives a server. */
export function participationOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { saveContact, writeChoices } = participationServices(house).participationOn(today)
  return {
    routes: [contactsRoutes({ worldsFor, today, saveContact }), choicesRoutes({ worldsFor, today, writeChoices })],
    panels: ({ world, code, may }, child) => [voicePanel(world, child, code, may(participationPermissions.write))],
  }
}
