import type { Room } from '../house/room.ts'
import type { World } from './domain/world.ts'
import { context } from './registers/context.ts'
import { family } from './registers/family.ts'
import { notifications } from './registers/notifications.ts'
import { people } from './registers/people.ts'
import { childrenPermissions } from './permissions.ts'
import { childrenSection } from './sections.ts'
import { childrenSettings } from './settings.ts'

/** Children in care, those whom the service watches over beside them, and what it is compared with. */
export const childrenRoom: Room<World> = {
  name: 'children',
  settings: childrenSettings,
  permissions: childrenPermissions,
  sections: [childrenSection],
  registers: [people, notifications, context, family],
}
