import type { AskingFrom } from '../../access/app/asking.ts'
import { type TakenTime, whyNotFree } from '../domain/diary.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { type ChangedSome, changeSome } from './changeSome.ts'
import type { BookingDeps } from './ports.ts'
import type { ChosenReview } from './seen.ts'
import { type Tables, keepingMeeting, keepingReview } from './tables.ts'

export interface ChangeOfficerInput extends AskingFrom {
  chosen: readonly ChosenReview[]
  officerId: string | null
}

/**
 * Gives the next meeting of several reviews to another officer, at the same day and time. Those for which the officer
 * is not free stay as they are and are named, to be moved one by one. Reviews that may not be seen are left out without
 * a word.
 */
export type ChangeOfficer = (
  input: ChangeOfficerInput,
) => Promise<ChangedSome | { problems: readonly BookingProblem[] }>

export const makeChangeOfficer =
  (deps: BookingDeps): ChangeOfficer =>
  (input) =>
    changeSome(deps, input, {
      what: 'gave reviews to another officer',
      logged: 'gave reviews to another officer:',
      problem: input.officerId === null ? { code: 'officer_missing' } : null,
      // The day and the time stay as people know them.
      told: null,
      begin: (tables) => givingTo(input.officerId ?? '', tables),
    })

function givingTo(officerId: string, tables: Tables): ReturnType<Parameters<typeof changeSome>[2]['begin']> {
  const given: TakenTime[] = []
  return ({ row }, meeting) => {
    const diary = tables.diary(meeting)
    // A day without a time takes no time of anyone: the officer must only be there.
    const { on, startsAt, endsAt } = meeting
    const time = { on, startsAt: startsAt ?? '00:00', endsAt: endsAt ?? startsAt ?? '00:00' }
    const problem = whyNotFree({ ...diary, taken: [...diary.taken, ...given] }, officerId, time)
    if (problem) return problem
    if (startsAt !== null && endsAt !== null) given.push({ officerId, on, startsAt, endsAt })
    return [keepingReview({ ...row, officerId: officerId }), keepingMeeting({ ...meeting, officerId })]
  }
}
