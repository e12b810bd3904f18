import type { StoredRows } from '../../registers/register.ts'
import { versionOf } from '../../registers/version.ts'
import { recordsOf } from '../../world/world.ts'
import { challengeStages } from '../registers/challengeStages.ts'
import { challenges } from '../registers/challenges.ts'

/** The version of a challenge that a form carries: of its row and those of its stages. */
export const versionOfChallenge = (world: { registers: StoredRows }, ref: string): string =>
  versionOf(
    ...recordsOf(world, challenges).filter(({ challengeRef }) => challengeRef === ref),
    ...recordsOf(world, challengeStages).filter(({ challengeRef }) => challengeRef === ref),
  )
