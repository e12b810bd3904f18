import { deadlineKind } from '../../clocks/clock.ts'

/** What challenges are due for: an answer in a stage, and their end. */
export const challengeDeadlines = deadlineKind({ id: 'challenge', words: 'Challenges' })
