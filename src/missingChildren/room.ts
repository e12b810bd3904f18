import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { missingDeadlines } from './domain/clocks.ts'
import { missingRunsOf } from './domain/deadlines.ts'
import { childrenWithReturns } from './domain/facts.ts'
import { missingInterviewFigures } from './domain/figures.ts'
import { missingMeetings } from './registers/missingMeetings.ts'
import { missingReturns } from './registers/missingReturns.ts'
import { missingPresets, missingSettings } from './settings.ts'

/** Children who go missing: return interviews, and the meetings of a protocol. */
export const missingChildrenRoom: Room<World> = {
  name: 'missingChildren',
  settings: missingSettings,
  presets: missingPresets,
  registers: [missingReturns, missingMeetings],
  clocks: {
    kinds: Object.values(missingDeadlines),
    sources: [{ place: 520, runsOf: missingRunsOf, alsoOf: childrenWithReturns }],
  },
  onServer: async (server) => (await import('./server.ts')).missingChildrenOnServer(server),
  figures: [{ place: 710, figures: missingInterviewFigures, reads: [missingReturns] }],
}
