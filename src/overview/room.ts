import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { overviewCommands } from './commands.ts'
import { overviewPermissions } from './permissions.ts'
import { figuresSection } from './sections.ts'

/** Every figure and finding together, and the pages of children and deadlines. */
export const overviewRoom: Room<World> = {
  name: 'overview',
  permissions: overviewPermissions,
  sections: [figuresSection],
  commands: overviewCommands,
  onServer: async (server) => (await import('./server.ts')).overviewOnServer(server),
}
