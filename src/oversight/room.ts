import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { answerOfOversight, oversightKeptSince } from './domain/answers.ts'
import { oversightDeadlines } from './domain/clocks.ts'
import { oversightRunsOf } from './domain/deadlines.ts'
import { oversightFigures } from './domain/figures.ts'
import { latestEntry } from './domain/latestEntry.ts'
import { childrenUnderOrders, supervisionOrderRuns } from './domain/orders.ts'
import { oversightReport } from './domain/report.ts'
import { contactPlans } from './registers/contactPlans.ts'
import { flags } from './registers/flags.ts'
import { oversight } from './registers/oversight.ts'
import { ratings } from './registers/ratings.ts'
import { reviewRequests } from './registers/reviewRequests.ts'
import { visitArrangements } from './registers/visitArrangements.ts'
import { visits } from './registers/visits.ts'
import { oversightPermissions } from './permissions.ts'
import { oversightPresets, oversightSettings } from './settings.ts'

/** What IROs do for a child between reviews, visits, and risks. */
export const oversightRoom: Room<World> = {
  name: 'oversight',
  permissions: oversightPermissions,
  settings: oversightSettings,
  presets: oversightPresets,
  registers: [oversight, visits, flags, ratings, contactPlans, reviewRequests, visitArrangements],
  clocks: {
    kinds: Object.values(oversightDeadlines),
    sources: [
      { place: 500, runsOf: oversightRunsOf },
      { place: 510, runsOf: supervisionOrderRuns, alsoOf: childrenUnderOrders },
    ],
    answerOf: answerOfOversight,
    ofEveryone: oversightKeptSince,
    toldUpTo: latestEntry,
  },
  figures: [{ place: 550, figures: oversightFigures }],
  report: oversightReport,
  onServer: async (server) => (await import('./server.ts')).oversightOnServer(server),
}
