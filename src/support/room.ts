import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { supportFigures } from './domain/figures.ts'
import { supportReport } from './domain/report.ts'
import { supportPermissions } from './permissions.ts'
import { support } from './registers/support.ts'
import { volunteers } from './registers/volunteers.ts'
import { supportSection } from './sections.ts'

/** Advocacy and independent visitors. */
export const supportRoom: Room<World> = {
  name: 'support',
  registers: [volunteers, support],
  permissions: supportPermissions,
  sections: [supportSection],
  figures: [{ place: 850, figures: supportFigures, reads: [support] }],
  report: supportReport,
  onServer: async (server) => (await import('./server.ts')).supportOnServer(server),
}
