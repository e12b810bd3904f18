import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { reviews } from '../reviews/registers/reviews.ts'
import { recordsOf } from '../world/world.ts'
import { recordingCommands } from './commands.ts'
import { childEasyRead, childLetter, childTranslation, recordKindOf } from './domain/kinds.ts'
import { ownPictureKind } from './domain/ownPictures.ts'
import { recordingKinds } from './domain/clocks.ts'
import { recordingRunsOf } from './domain/deadlines.ts'
import { keptDays, recordKept } from './domain/kept.ts'
import { latestEntry } from './domain/latestEntry.ts'
import { withRecordToComplete } from './domain/named.ts'
import { recordingMessageKinds } from './messageKinds.ts'
import { attendance } from './registers/attendance.ts'
import { distributions } from './registers/distributions.ts'
import { recommendations } from './registers/recommendations.ts'
import { recordSections } from './registers/recordSections.ts'
import { reviewDetails } from './registers/reviewDetails.ts'
import { recordingPermissions } from './permissions.ts'
import { recordingPresets, recordingSettings } from './settings.ts'

/** The record of a review and what follows from it: decisions, letters, and who is sent them. */
export const recordingRoom: Room<World> = {
  name: 'recording',
  permissions: recordingPermissions,
  registers: [recommendations, recordSections, distributions, reviewDetails, attendance],
  messageKinds: recordingMessageKinds,
  namedOn: withRecordToComplete,
  settings: recordingSettings,
  presets: recordingPresets,
  clocks: {
    kinds: Object.values(recordingKinds),
    sources: [{ place: 350, runsOf: recordingRunsOf }],
    ofEveryone: (world) => keptDays(recordKept(recordsOf(world, reviews))(world.asAt)),
    toldUpTo: latestEntry,
  },
  documents: [recordKindOf([]), childLetter, childEasyRead, childTranslation, ownPictureKind],
  commands: recordingCommands,
  provides: async () => (await import('./provides.ts')).recordingProvides,
  onServer: async (server) => (await import('./server.ts')).recordingOnServer(server),
}
