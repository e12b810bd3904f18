import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { watchedPermissions } from './permissions.ts'
import { preparationSteps } from './registers/preparationSteps.ts'
import { watchedSection } from './sections.ts'

/** Care leavers, children privately fostered, supervision orders, and young people who are prepared for leaving care. */
export const watchedRoom: Room<World> = {
  name: 'watched',
  registers: [preparationSteps],
  permissions: watchedPermissions,
  sections: [watchedSection],
  onServer: async (server) => (await import('./server.ts')).watchedOnServer(server),
}
