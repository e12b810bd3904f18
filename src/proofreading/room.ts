import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { proofreadingCommands } from './commands.ts'
import { proofreadingPermissions } from './permissions.ts'
import { checkReportSection } from './sections.ts'

/** Checks of what a report says. */
export const proofreadingRoom: Room<World> = {
  name: 'proofreading',
  permissions: proofreadingPermissions,
  sections: [checkReportSection],
  commands: proofreadingCommands,
  onServer: async () => (await import('./server.ts')).proofreadingOnServer(),
}
