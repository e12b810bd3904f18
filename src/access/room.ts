import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { accessCommands } from './commands.ts'
import { accessPermissions } from './permissions.ts'
import { settingsSection } from './sections.ts'
import { accessSettings } from './settings.ts'

/** Who may sign in, what each may do and see, and how the place is set up. */
export const accessRoom: Room<World> = {
  name: 'access',
  settings: accessSettings,
  permissions: accessPermissions,
  sections: [settingsSection],
  commands: accessCommands,
  onServer: async (server) => (await import('./server.ts')).accessOnServer(server),
}
