import { ageOn } from '../../calendar/age.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** From this age on a child is asked to take part: the codes PN1 to PN7. CAL-8. */
const TAKES_PART_FROM_AGE = 4

/** Whether a code of taking part is not one for a child of this age on the day of the review. Rules 440 and 441. */
export const isAgainstAge = (code: string, bornOn: PlainDate, heldOn: PlainDate): boolean =>
  (code === 'PN0') === ageOn(bornOn, heldOn) >= TAKES_PART_FROM_AGE
