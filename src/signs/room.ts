import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { signsCommands } from './commands.ts'
import { signsPermissions } from './permissions.ts'
import { acknowledgements } from './registers/acknowledgements.ts'
import { events } from './registers/events.ts'
import { householdAcknowledgements } from './registers/householdAcknowledgements.ts'
import { signsSection } from './sections.ts'
import { signLimitsSetting } from './settings.ts'

/** What an officer should look at: alerts, drift, and prompts for a challenge. */
export const signsRoom: Room<World> = {
  name: 'signs',
  permissions: signsPermissions,
  sections: [signsSection],
  registers: [events, acknowledgements, householdAcknowledgements],
  settings: [signLimitsSetting],
  commands: signsCommands,
  onServer: async (server) => (await import('./server.ts')).signsOnServer(server),
}
