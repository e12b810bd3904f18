import { bookingPermissions } from './permissions.ts'
import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { reviewsSection } from './sections.ts'
import { bookingSettings } from './settings.ts'

/** Reviews planned, booked, moved and held. */
export const bookingRoom: Room<World> = {
  name: 'booking',
  settings: bookingSettings,
  permissions: bookingPermissions,
  sections: [reviewsSection],
  onServer: async (server) => (await import('./server.ts')).bookingOnServer(server),
}
