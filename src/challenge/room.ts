import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { challengeRunsOf, childrenChallengedFor, otherChallengeRuns } from './domain/deadlines.ts'
import { challengeFigures } from './domain/figures.ts'
import { challengeDeadlines } from './domain/kinds.ts'
import { challengeReport } from './domain/report.ts'
import { challengedForOn } from './domain/named.ts'
import { challengeChildren } from './registers/challengeChildren.ts'
import { challengeStages } from './registers/challengeStages.ts'
import { challenges } from './registers/challenges.ts'
import { challengeKinds } from './messageKinds.ts'
import { challengePermissions } from './permissions.ts'
import { challengePresets } from './presets.ts'
import { challengeSection } from './sections.ts'
import { challengeSettings } from './settings.ts'

/** Challenges by IROs: their stages by the authority's protocol, their time limits, and what changed for the child. */
export const challengeRoom: Room<World> = {
  name: 'challenge',
  permissions: challengePermissions,
  messageKinds: challengeKinds,
  sections: [challengeSection],
  registers: [challenges, challengeChildren, challengeStages],
  clocks: {
    kinds: [challengeDeadlines],
    sources: [{ place: 450, runsOf: challengeRunsOf, alsoOf: childrenChallengedFor, othersOf: otherChallengeRuns }],
  },
  figures: [{ place: 550, figures: challengeFigures, reads: [challenges, challengeChildren, challengeStages] }],
  namedOn: challengedForOn,
  settings: challengeSettings,
  presets: challengePresets,
  onServer: async (server) => (await import('./server.ts')).challengeOnServer(server),
  report: challengeReport,
}
