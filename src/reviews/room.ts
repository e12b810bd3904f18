import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { meetings } from './registers/meetings.ts'
import { rearrangements } from './registers/rearrangements.ts'
import { reviews } from './registers/reviews.ts'
import { reviewsPermissions } from './permissions.ts'
import { dueSection } from './sections.ts'
import { reviewsPresets, reviewsSettings } from './settings.ts'

/** Reviews, their meetings and their moves. */
export const reviewsRoom: Room<World> = {
  name: 'reviews',
  settings: reviewsSettings,
  presets: reviewsPresets,
  permissions: reviewsPermissions,
  sections: [dueSection],
  registers: [reviews, meetings, rearrangements],
}
