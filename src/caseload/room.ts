import { caseloadKinds } from './messageKinds.ts'
import { caseloadPermissions } from './permissions.ts'
import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { caseloadSection } from './sections.ts'
import { caseloadPresets, caseloadSettings } from './settings.ts'

/** Whose officer is whose, and who waits for one. */
export const caseloadRoom: Room<World> = {
  name: 'caseload',
  settings: caseloadSettings,
  presets: caseloadPresets,
  permissions: caseloadPermissions,
  messageKinds: caseloadKinds,
  sections: [caseloadSection],
  onServer: async (server) => (await import('./server.ts')).caseloadOnServer(server),
}
