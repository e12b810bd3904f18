import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { mandatory } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { challengeReference } from './challenges.ts'

/** The children of challenges about several. */
export const challengeChildren = register({
  name: 'challenge_children',
  summary: 'Each child of a challenge about several children.',
  key: ['challengeRef', 'child'],
  columns: z.object({ challengeRef: mandatory(challengeReference()), child: mandatory(child()) }),
})

/** One of several children whom a challenge is about. */
export type ChallengeChildFact = RowOf<typeof challengeChildren>
