import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { dutiesFigures } from './domain/figures.ts'
import { supervisionKind, supervisionRuns, supervisionsToldUpTo } from './domain/supervision.ts'
import { dutiesPermissions } from './permissions.ts'
import { duties } from './registers/duties.ts'
import { linkOfficers } from './registers/linkOfficers.ts'
import { officerGaps } from './registers/officerGaps.ts'
import { dutiesSection } from './sections.ts'
import { supervisionSetting } from './settings.ts'

/** Work of officers that is not a review, and which officer is a team's link. */
export const dutiesRoom: Room<World> = {
  name: 'duties',
  registers: [duties, linkOfficers, officerGaps],
  permissions: dutiesPermissions,
  sections: [dutiesSection],
  settings: [supervisionSetting],
  clocks: {
    kinds: [supervisionKind],
    sources: [{ place: 700, runsOf: () => [], othersOf: supervisionRuns, othersToldUpTo: supervisionsToldUpTo }],
  },
  figures: [{ place: 550, figures: dutiesFigures, reads: [duties] }],
  onServer: async (server) => (await import('./server.ts')).dutiesOnServer(server),
}
