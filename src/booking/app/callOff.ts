import type { AskingFrom } from '../../access/app/asking.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { type ChangedSome, changeSome } from './changeSome.ts'
import type { BookingDeps } from './ports.ts'
import type { ChosenReview } from './seen.ts'
import { keepingMeeting, keepingReview } from './tables.ts'

export interface CallOffInput extends AskingFrom {
  chosen: readonly ChosenReview[]
  reason: string | null
}

/**
 * Calls off the next meeting of several reviews, which then wait to be booked again: an officer is ill, and nobody can
 * say yet when. When each is booked again, that is a move from the day it had. Reviews that may not be seen are left out
 * without a word.
 */
export type CallOff = (input: CallOffInput) => Promise<ChangedSome | { problems: readonly BookingProblem[] }>

export const makeCallOff =
  (deps: BookingDeps): CallOff =>
  (input) =>
    changeSome(deps, input, {
      what: 'called reviews off, to be booked again',
      logged: 'called off reviews:',
      problem: input.reason === null ? { code: 'reason_missing', of: 'called off' } : null,
      told: 'cancelled',
      begin:
        () =>
        ({ row }, meeting) => [
          keepingReview({
            ...row,
            ...(meeting.purpose === 'REVIEW' && {
              firstBookedFor: row.firstBookedFor ?? meeting.on,
              bookedFor: null,
            }),
          }),
          keepingMeeting({ ...meeting, status: 'CANCELLED', cancelledWhy: input.reason }),
        ],
    })
