import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { reportingCommands } from './commands.ts'
import { reportingPermissions } from './permissions.ts'
import { reportSection } from './sections.ts'

/** The annual report. */
export const reportingRoom: Room<World> = {
  name: 'reporting',
  permissions: reportingPermissions,
  sections: [reportSection],
  commands: reportingCommands,
  onServer: async (server) => (await import('./server.ts')).reportingOnServer(server),
}
