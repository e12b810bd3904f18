import { deadlineKind } from '../../clocks/clock.ts'

/** What the clocks on reviews are about. Reviews of a pathway plan are of the kind of the plan itself. */
export const reviewKinds = {
  review: deadlineKind({ id: 'review', words: 'Reviews' }),
  completion: deadlineKind({ id: 'review_completion', words: 'Reviews begun and to be completed' }),
  shortBreak: deadlineKind({ id: 'short_break', words: 'Reviews of short breaks' }),
  secure: deadlineKind({ id: 'secure', words: 'Secure accommodation' }),
}
