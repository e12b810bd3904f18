import { longDate } from '../../kernel/dates.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { BookingFault } from './forms.ts'

/** What is wrong with a booking, where it is put right. */
export function bookingFault(problem: BookingProblem): BookingFault {
  switch (problem.code) {
    case 'day_missing':
      return { field: 'on', text: 'Enter the day, like 27 3 2026' }
    case 'day_past':
      return { field: 'on', text: `The day must be today, ${longDate(problem.today)}, or later` }
    case 'time_missing':
      return { field: 'startsAt', text: 'Enter the time it starts, like 2:30pm' }
    case 'minutes_wrong':
      return { field: 'minutes', text: 'Enter how long it takes, from 15 to 480 minutes' }
    case 'ends_next_day':
      return { field: 'startsAt', text: 'It must end on the day on which it starts' }
    case 'officer_missing':
      return { field: 'officerId', text: 'Choose the IRO' }
    case 'officer_unknown':
      return { field: 'officerId', text: 'Choose an IRO of the service' }
    case 'officer_not_in_post':
      return { field: 'officerId', text: `The IRO is not in post on ${longDate(problem.on)}` }
    case 'officer_absent':
      return {
        field: 'officerId',
        text: `The IRO is away from ${longDate(problem.from)} to ${longDate(problem.to)}`,
      }
    case 'not_free':
      return {
        field: 'startsAt',
        text: `The IRO is not free: another meeting is booked from ${spokenTime(problem.at.startsAt)} to ${spokenTime(problem.at.endsAt)}`,
      }
    case 'format_missing':
      return { field: 'format', text: 'Choose how people meet' }
    case 'why_not_as_chosen_missing':
      return {
        field: 'whyNotAsChosen',
        text: `Say why ${problem.differs.map((what) => (what === 'where' ? 'the place' : 'how people meet')).join(' and ')} is not as the child chose${problem.differs.includes('where') ? ', or tick that the place is' : ''}`,
      }
    case 'late_reason_missing':
      return { field: 'lateReason', text: `Choose why it is late: it was due by ${longDate(problem.limit)}` }
    case 'already_booked':
      return {
        field: 'on',
        text: `The child has a review booked already (${problem.reviewRef}): move it, or record its outcome`,
      }
    case 'changed_meanwhile':
      return { field: null, text: CHANGED_MEANWHILE }
    case 'not_kept':
      return { field: null, text: problem.why }
    case 'not_open':
      return { field: null, text: 'This review has been held or cancelled: it can’t be changed here any more' }
    case 'nothing_booked':
      return { field: null, text: 'No meeting of this review is booked' }
    case 'nothing_moved':
      return { field: 'on', text: 'Change the day, the time or something else: all is as it was' }
    case 'unusual_time':
      return { field: 'unusualTime', text: `${problem.why}: tick below if you mean it, or choose another time` }
    case 'wished_place_missing':
      return { field: 'place', text: 'Enter the place: you ticked that it is as the child wishes' }
    case 'decider_missing':
      return { field: 'decidedBy', text: 'Choose whose decision it was to adjourn' }
    case 'asker_missing':
      return { field: 'askedBy', text: 'Choose who asked for another day' }
    case 'reason_missing':
      return { field: 'reason', text: `Say why it is ${problem.of}` }
    case 'adjourned_already':
      return {
        field: 'overrideReason',
        text: 'A review can be adjourned once only. An IRO manager may allow another adjournment, saying why',
      }
    case 'adjourned_too_long':
      return {
        field: 'on',
        text: `It must go on by ${longDate(problem.limit)}. An IRO manager may allow a later day, saying why`,
      }
    case 'before_the_last':
      return { field: 'on', text: `The day must be after the meeting on ${longDate(problem.last)}` }
    case 'held_missing':
      return { field: 'heldOn', text: 'Enter the day of the meeting, like 27 3 2026' }
    case 'held_in_future':
      return {
        field: 'heldOn',
        text: `The day of the meeting must be today, ${longDate(problem.today)}, or earlier`,
      }
    case 'held_before':
      return { field: 'heldOn', text: `The day must not be before the review began, on ${longDate(problem.from)}` }
    case 'completion_missing':
      return { field: 'completedOn', text: 'Enter the day of the last meeting, like 27 3 2026' }
    case 'completed_in_future':
      return {
        field: 'completedOn',
        text: `The last meeting must be today, ${longDate(problem.today)}, or earlier`,
      }
    case 'completed_before_held':
      return { field: 'completedOn', text: 'The last meeting must be after the first' }
    case 'participation_against_age':
      return { field: 'participation', text: 'Choose PN0 for a child under 4 at the review, and for nobody else' }
    case 'participation_unknown':
      return { field: 'participation', text: 'Choose how the child took part' }
    case 'ending_missing':
      return { field: 'ending', text: 'Say whether the review is completed' }
    case 'nothing_chosen':
      return { field: null, text: 'Mark at least one review in the list' }
    case 'not_held':
      return { field: null, text: 'This review is not recorded as held' }
    case 'nothing_corrected':
      return { field: 'heldOn', text: 'Change what is wrong: everything is as it was recorded' }
    case 'correction_reason_missing':
      return { field: 'correctionReason', text: 'Enter why the day is corrected' }
    case 'no_own_officer':
      return { field: 'officerId', text: `The child has no IRO on ${longDate(problem.on)}` }
    case 'with_own_officer':
      return { field: 'officerId', text: 'The review is booked with the child’s own IRO already' }
    case 'of_another_child': {
      const { field, text } = bookingFault(problem.problem)
      const isOfTheDay = ['not_free', 'already_booked'].includes(problem.problem.code)
      return { field: isOfTheDay ? 'together' : field, text: `Child ${problem.child}: ${text}` }
    }
  }
}
