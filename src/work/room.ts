import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { workPermissions } from './permissions.ts'
import { workSection } from './sections.ts'

/** What there is to do. */
export const workRoom: Room<World> = {
  name: 'work',
  permissions: workPermissions,
  sections: [workSection],
  onServer: async (server) => (await import('./server.ts')).workOnServer(server),
}
