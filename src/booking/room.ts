import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'

/** Reviews planned, booked, moved and held. */
export const bookingRoom: Room<World> = {
  name: 'booking',
  onPages: async () => {
    const [{ bookingPanels }, { bookingTasks }] = await Promise.all([
      import('./web/panel.ts'),
      import('./web/tasks.ts'),
    ])
    return {
      panels: ({ world, code, may }, child) =>
        may('reviews.read') ? bookingPanels(world, child, code, may('reviews.book')) : [],
      tasks: ({ world, code, may }, whose) => (may('reviews.book') ? bookingTasks(world, whose, code) : []),
    }
  },
}
