import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { visits } from '../oversight/registers/visits.ts'
import { recordsOf } from '../world/world.ts'
import { fosteringKinds } from './domain/deadlineKinds.ts'
import { earlyPlacementRuns } from './domain/earlyPlacements.ts'
import { fosteringFigures } from './domain/figures.ts'
import { latestReview } from './domain/households.ts'
import { privateFosteringRunsOf, privatelyFostered } from './domain/privateFostering.ts'
import { allOpenRuns } from './domain/reviewRuns.ts'
import { fosterDecisionLetter, fosterReviewRecord } from './domain/documents.ts'
import { fosteringReport } from './domain/report.ts'
import { fosteringPermissions } from './permissions.ts'
import { earlyPlacements } from './registers/earlyPlacements.ts'
import { fosterCarers } from './registers/fosterCarers.ts'
import { fosterChecks } from './registers/fosterChecks.ts'
import { fosterEvents } from './registers/fosterEvents.ts'
import { fosterHouseholds } from './registers/fosterHouseholds.ts'
import { fosterReviews } from './registers/fosterReviews.ts'
import { fosterSurveys } from './registers/fosterSurveys.ts'
import { placementConsultations } from './registers/placementConsultations.ts'
import { fosteringSection } from './sections.ts'
import { fosteringPresets, fosteringSettings } from './settings.ts'

/** Fostering households and their reviews. */
export const fosteringRoom: Room<World> = {
  name: 'fostering',
  registers: [
    fosterCarers,
    fosterHouseholds,
    fosterReviews,
    fosterSurveys,
    fosterEvents,
    fosterChecks,
    earlyPlacements,
    placementConsultations,
  ],
  documents: [fosterReviewRecord, fosterDecisionLetter],
  permissions: fosteringPermissions,
  sections: [fosteringSection],
  settings: fosteringSettings,
  presets: fosteringPresets,
  clocks: {
    kinds: Object.values(fosteringKinds),
    sources: [
      { place: 610, runsOf: privateFosteringRunsOf, alsoOf: privatelyFostered },
      { place: 620, runsOf: earlyPlacementRuns },
      {
        place: 600,
        runsOf: () => [],
        othersOf: allOpenRuns,
        othersToldUpTo: (world) => latestReview(recordsOf(world, fosterReviews)),
      },
    ],
    ofEveryone: (world) => [recordsOf(world, visits).length > 0],
  },
  figures: [{ place: 820, figures: fosteringFigures }],
  report: fosteringReport,
  provides: async () => (await import('./provides.ts')).fosteringProvides,
  onServer: async (server) => (await import('./server.ts')).fosteringOnServer(server),
}
