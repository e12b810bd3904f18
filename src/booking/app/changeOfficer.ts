import type { AskingFrom } from '../../access/app/asking.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { ownOfficerOn } from '../domain/clashes.ts'
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
      begin: (tables) => giving(tables, () => ({ officerId: input.officerId ?? '' })),
    })

/** Gives the next meeting of several reviews each to the IRO that its child has on its day, as `ChangeOfficer` does. */
export type GiveToOwn = (
  input: Omit<ChangeOfficerInput, 'officerId'>,
) => Promise<ChangedSome | { problems: readonly BookingProblem[] }>

export const makeGiveToOwn =
  (deps: BookingDeps): GiveToOwn =>
  (input) =>
    changeSome(deps, input, {
      what: 'gave reviews to the children’s own IROs',
      logged: 'gave to the child’s own IRO:',
      problem: null,
      told: null,
      begin: (tables) =>
        giving(tables, ({ child, on, officerId }) => {
          const own = ownOfficerOn(tables.allocations, child, on)
          if (own === null) return { code: 'no_own_officer', on }
          return own === officerId ? { code: 'with_own_officer' } : { officerId: own }
        }),
    })

/** `to`: the person who is to chair a meeting, or why nobody is. */
export function giving(
  tables: Tables,
  to: (meeting: MeetingFact) => { officerId: string } | BookingProblem,
): ReturnType<Parameters<typeof changeSome>[2]['begin']> {
  const given: TakenTime[] = []
  return ({ row }, meeting) => {
    const chosen = to(meeting)
    if ('code' in chosen) return chosen
    const { officerId } = chosen
    const diary = tables.diary(meeting)
    // A day without a time takes no time of anyone: the officer must only be there.
    const { on, startsAt, endsAt } = meeting
    const time = { on, startsAt: startsAt ?? '00:00', endsAt: endsAt ?? startsAt ?? '00:00' }
    const problem = whyNotFree({ ...diary, taken: [...diary.taken, ...given] }, officerId, time)
    if (problem) return problem
    if (startsAt !== null && endsAt !== null) given.push({ officerId, on, startsAt, endsAt })
    return [keepingReview({ ...row, officerId }), keepingMeeting({ ...meeting, officerId })]
  }
}
