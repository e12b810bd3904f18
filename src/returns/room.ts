import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { returnsCommands } from './commands.ts'
import { returnsPermissions } from './permissions.ts'
import { dataSection } from './sections.ts'

/** Returns and registers that are imported. */
export const returnsRoom: Room<World> = {
  name: 'returns',
  permissions: returnsPermissions,
  sections: [dataSection],
  provides: async () => (await import('./provides.ts')).returnsProvides,
  commands: returnsCommands,
  onServer: async (server) => (await import('./server.ts')).returnsOnServer(server),
}
