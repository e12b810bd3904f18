import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { checksPermissions } from './permissions.ts'

/** Checks of a child written down where they were made, so that their time limits stop asking. */
export const checksRoom: Room<World> = {
  name: 'checks',
  permissions: checksPermissions,
  onServer: async (server) => (await import('./server.ts')).checksOnServer(server),
}
