import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { courtKinds } from './domain/clocks.ts'
import { childrenInCourt, courtRunsOf } from './domain/deadlines.ts'
import { courtFigures } from './domain/figures.ts'
import { courtReport } from './domain/report.ts'
import { inProceedingsOn } from './domain/named.ts'
import { courtPermissions } from './permissions.ts'
import { courtDocuments } from './registers/courtDocuments.ts'
import { hearings } from './registers/hearings.ts'
import { proceedings } from './registers/proceedings.ts'
import { courtSettings } from './settings.ts'

/** Care proceedings: papers, hearings and the guardian, as the IRO hears of them. */
export const courtRoom: Room<World> = {
  name: 'court',
  permissions: courtPermissions,
  registers: [proceedings, courtDocuments, hearings],
  namedOn: inProceedingsOn,
  settings: courtSettings,
  clocks: {
    kinds: Object.values(courtKinds),
    sources: [{ place: 460, runsOf: courtRunsOf, alsoOf: childrenInCourt }],
  },
  figures: [{ place: 650, figures: courtFigures, reads: [proceedings, courtDocuments, hearings] }],
  report: courtReport,
  onServer: async (server) => (await import('./server.ts')).courtOnServer(server),
}
