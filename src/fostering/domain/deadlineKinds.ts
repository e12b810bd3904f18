import { deadlineKind } from '../../clocks/clock.ts'

/** What the clocks of this room are about. */
export const fosteringKinds = {
  review: deadlineKind({ id: 'fostering_review', words: 'Fostering reviews' }),
  decision: deadlineKind({ id: 'fostering_decision', words: 'Decisions after fostering reviews' }),
  privateFostering: deadlineKind({ id: 'private_fostering', words: 'Private fostering' }),
  earlyPlacement: deadlineKind({ id: 'early_placement', words: 'Placements before an assessment, and moves' }),
}
