import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { messageCourse } from './domain/course.ts'
import { messagesPermissions } from './permissions.ts'
import { messagesSection } from './sections.ts'
import { messagesSettings } from './settings.ts'

/** Who is told what, and how far that has come. */
export const messagesRoom: Room<World> = {
  name: 'messages',
  settings: messagesSettings,
  permissions: messagesPermissions,
  sections: [messagesSection],
  workflows: [messageCourse],
  provides: async () => (await import('./provides.ts')).messagesProvides,
  onServer: async (server) => (await import('./server.ts')).messagesOnServer(server),
}
