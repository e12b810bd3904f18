import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { reportingCommands } from './commands.ts'
import { reportCourse } from './domain/published/course.ts'
import { reportingPermissions } from './permissions.ts'
import { reportAims } from './registers/aims.ts'
import { reportStories } from './registers/stories.ts'
import { reportSection } from './sections.ts'

/** The annual report. */
export const reportingRoom: Room<World> = {
  name: 'reporting',
  registers: [reportAims, reportStories],
  workflows: [reportCourse],
  permissions: reportingPermissions,
  sections: [reportSection],
  commands: reportingCommands,
  onServer: async (server) => (await import('./server.ts')).reportingOnServer(server),
}
