import type { PlainDate } from '../../kernel/dates.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import { CHANGED_MEANWHILE, type NotKept } from '../../kernel/words.ts'
import type { Invitee } from './invitees.ts'
import { type ReviewMeeting, isToCome } from '../../booking/domain/bookings.ts'

/** Why people can't be invited as asked. */
export type InvitingProblem =
  | { code: 'nothing_booked' }
  | { code: 'is_cancelled' }
  | { code: 'is_over' }
  | { code: 'nobody_chosen' }
  | { code: 'no_address'; names: readonly string[] }
  | { code: 'reason_missing'; names: readonly string[] }
  | { code: 'reason_too_long' }
  | { code: 'reason_has_no_place' }
  | ChangedMeanwhile
  | NotKept

/** Short enough for a child to read. */
export const LONGEST_REASON = 500

/** What is wrong with inviting these to the meeting; empty where nothing is. */
export function invitingProblems(
  meeting: ReviewMeeting,
  chosen: readonly Invitee[],
  { reason }: { reason: string },
  today: PlainDate,
): InvitingProblem[] {
  if (meeting.isCancelled) return [{ code: 'is_cancelled' }]
  if (!isToCome(meeting, today)) return [{ code: 'is_over' }]
  if (chosen.length === 0) return [{ code: 'nobody_chosen' }]
  const problems: InvitingProblem[] = []
  const toTell = chosen.filter(({ toSay }) => toSay !== null)
  const unreachable = toTell.filter(({ reach }) => !reach.isKnown)
  if (unreachable.length > 0) problems.push({ code: 'no_address', names: namesOf(unreachable) })
  const unwanted = toTell.filter(({ isUnwanted }) => isUnwanted)
  if (unwanted.length === 0) return problems
  if (reason === '') problems.push({ code: 'reason_missing', names: namesOf(unwanted) })
  else if (reason.length > LONGEST_REASON) problems.push({ code: 'reason_too_long' })
  // Of a review that only a spreadsheet has, the day is known and no meeting: nothing holds a reason.
  else if (meeting.isDayOnly) problems.push({ code: 'reason_has_no_place' })
  return problems
}

const namesOf = (invitees: readonly Invitee[]): string[] => invitees.map(({ contact }) => contact.name)

/** What to do about it, for the person who invites. */
export function invitingProblemText(problem: InvitingProblem): string {
  switch (problem.code) {
    case 'nothing_booked':
      return 'Book the review first: there is no date to invite people to'
    case 'is_cancelled':
      return 'This meeting is cancelled, so nobody can be invited to it'
    case 'is_over':
      return 'This meeting is over, so nobody can be invited to it'
    case 'nobody_chosen':
      return 'Choose who to invite'
    case 'no_address':
      return `Add an address for ${problem.names.join(', ')} first, or leave them out`
    case 'reason_missing':
      return `The child does not want ${problem.names.join(', ')} to come. Say why they are invited, or leave them out`
    case 'reason_too_long':
      return `The reason must be ${LONGEST_REASON} characters or fewer, so that the child can read it`
    case 'reason_has_no_place':
      return 'Book a meeting for this review first: the reason is kept with it'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
