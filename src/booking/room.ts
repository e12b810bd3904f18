import { reviewsPermissions } from '../reviews/permissions.ts'
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
  onPages: async () => {
    const [{ bookingPanels }, { bookingTasks }] = await Promise.all([
      import('./web/panel.ts'),
      import('./web/tasks.ts'),
    ])
    return {
      panels: ({ world, code, may }, child) =>
        may(reviewsPermissions.read) ? bookingPanels(world, child, code, may(bookingPermissions.book)) : [],
      tasks: ({ world, code, may }, whose) => (may(bookingPermissions.book) ? bookingTasks(world, whose, code) : []),
    }
  },
}
