import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { acknowledgements } from './registers/acknowledgements.ts'
import { events } from './registers/events.ts'

/** What an officer should look at: alerts, drift, and prompts for a challenge. */
export const signsRoom: Room<World> = {
  name: 'signs',
  registers: [events, acknowledgements],
}
