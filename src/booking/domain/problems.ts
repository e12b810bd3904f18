import type { PlainDate } from '../../kernel/dates.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { NotFree } from './diary.ts'

/** What is wrong with a booking, a move or a word of what happened. Data, so that a form can show all of it. */
export type BookingProblem =
  | NotFree
  | { code: 'day_missing' }
  | { code: 'day_past'; today: PlainDate }
  | { code: 'time_missing' }
  | { code: 'minutes_wrong' }
  | { code: 'ends_next_day' }
  | { code: 'officer_missing' }
  | { code: 'format_missing' }
  | { code: 'why_not_as_chosen_missing'; differs: readonly ('where' | 'format')[] }
  | { code: 'late_reason_missing'; limit: PlainDate }
  | { code: 'already_booked'; reviewRef: string }
  | ChangedMeanwhile
  | { code: 'not_open' }
  | { code: 'nothing_booked' }
  | { code: 'nothing_moved' }
  | { code: 'unusual_time'; why: string }
  | { code: 'wished_place_missing' }
  | { code: 'decider_missing' }
  | { code: 'asker_missing' }
  | { code: 'reason_missing'; of: 'moved' | 'adjourned' | 'cancelled' | 'called off' }
  | { code: 'participation_against_age' }
  | { code: 'adjourned_already' }
  | { code: 'adjourned_too_long'; limit: PlainDate }
  | { code: 'before_the_last'; last: PlainDate }
  | { code: 'held_missing' }
  | { code: 'held_in_future'; today: PlainDate }
  | { code: 'held_before'; from: PlainDate }
  | { code: 'completion_missing' }
  | { code: 'completed_before_held' }
  | { code: 'completed_in_future'; today: PlainDate }
  | { code: 'participation_unknown' }
  | { code: 'ending_missing' }
  | { code: 'nothing_chosen' }
  | { code: 'not_held' }
  | { code: 'nothing_corrected' }
  | { code: 'correction_reason_missing' }
  | { code: 'no_own_officer'; on: PlainDate }
  | { code: 'with_own_officer' }
  | NotKept
  /** What is wrong with the booking of another child, of several that are booked together. */
  | { code: 'of_another_child'; child: string; problem: BookingProblem }
