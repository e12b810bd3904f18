import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { bookCommands } from './commands.ts'
import { bookPermissions } from './permissions.ts'
import { bookSection } from './sections.ts'

/** The performance book of a month. */
export const bookRoom: Room<World> = {
  name: 'book',
  permissions: bookPermissions,
  sections: [bookSection],
  commands: bookCommands,
  onServer: async (server) => (await import('./server.ts')).bookOnServer(server),
}
