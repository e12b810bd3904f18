import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { challengeReport } from './domain/report.ts'
import { challengeChildren } from './registers/challengeChildren.ts'
import { challengeStages } from './registers/challengeStages.ts'
import { challenges } from './registers/challenges.ts'
import { challengePresets } from './presets.ts'
import { challengeSettings } from './settings.ts'

/** Challenges by IROs: their stages by the authority's protocol, their time limits, and what changed for the child. */
export const challengeRoom: Room<World> = {
  name: 'challenge',
  registers: [challenges, challengeChildren, challengeStages],
  settings: challengeSettings,
  presets: challengePresets,
  report: challengeReport,
}
