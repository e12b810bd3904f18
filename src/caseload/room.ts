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
  onPages: async () => {
    const [{ officerPanel }, { allocationTasks }] = await Promise.all([
      import('./web/panel.view.ts'),
      import('./web/tasks.ts'),
    ])
    return {
      panels: ({ world, code, may }, child) => [officerPanel(world, child, code, may)],
      tasks: ({ world, code, may }) => (may(caseloadPermissions.manageAllocations) ? allocationTasks(world, code) : []),
    }
  },
}
