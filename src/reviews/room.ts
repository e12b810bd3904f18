import { ofReturns } from '../children/domain/figures/ofReturns.ts'
import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { recordsOf } from '../world/world.ts'
import { answerOfReviews } from './domain/answers.ts'
import { reviewKinds } from './domain/deadlineKinds.ts'
import { reviewRunsOf } from './domain/deadlines.ts'
import { reviewFigures } from './domain/figures.ts'
import { isOfReviewRegister, oddReviews } from './domain/findings.ts'
import { keptSince, keptSinceDays } from './domain/kept.ts'
import { latestEntry } from './domain/latestEntry.ts'
import { leaversOf, pathwayRunsOf } from './domain/pathway.ts'
import { withReviewPlanned } from './domain/planned.ts'
import { pathwayFigures } from './domain/pathwayFigures.ts'
import { registerFigures } from './domain/registerFigures/all.ts'
import { meetings } from './registers/meetings.ts'
import { rearrangements } from './registers/rearrangements.ts'
import { reviews } from './registers/reviews.ts'
import { reviewsPermissions } from './permissions.ts'
import { dueSection } from './sections.ts'
import { reviewsPresets, reviewsSettings } from './settings.ts'

/** Reviews, their meetings and their moves. */
export const reviewsRoom: Room<World> = {
  name: 'reviews',
  settings: reviewsSettings,
  presets: reviewsPresets,
  permissions: reviewsPermissions,
  sections: [dueSection],
  registers: [reviews, meetings, rearrangements],
  namedOn: withReviewPlanned,
  clocks: {
    kinds: Object.values(reviewKinds),
    sources: [
      { place: 100, runsOf: reviewRunsOf },
      { place: 300, runsOf: pathwayRunsOf, alsoOf: leaversOf },
    ],
    answerOf: answerOfReviews,
    ofEveryone: (world) => keptSinceDays(keptSince(recordsOf(world, reviews))),
    toldUpTo: latestEntry,
  },
  figures: [
    { place: 300, figures: ofReturns([...reviewFigures, ...registerFigures]) },
    { place: 400, figures: pathwayFigures },
  ],
  findings: [{ place: 200, findingsOf: oddReviews, isOfRegisters: isOfReviewRegister }],
  onServer: async () => {
    const { reviewsByMonth } = await import('./domain/charts.ts')
    return { charts: [{ place: 100, draw: reviewsByMonth }] }
  },
}
