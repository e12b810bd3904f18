import { type PlainDate, isAfter, longDate } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE, listed, type NotKept } from '../../kernel/words.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'

/** Why a child can't be given to an officer. Data, so that a form can list all of them. Officers stand in it by name. */
export type AllocationProblem =
  | { code: 'nobody_chosen' }
  | { code: 'day_missing' }
  | { code: 'day_too_far'; lastDay: PlainDate }
  | { code: 'day_before_start'; child: string; officer: string; from: PlainDate }
  | { code: 'officer_missing'; child: string }
  | { code: 'officer_unknown'; child: string }
  | { code: 'not_reviewing'; child: string; officer: string }
  | { code: 'not_in_post'; child: string; officer: string; startedOn: PlainDate; endedOn: PlainDate | null }
  | { code: 'same_officer'; child: string; officer: string }
  /** Someone else gave the child to `officer` meanwhile; null where the child has none any more. */
  | (ChangedMeanwhile & { child: string; officer: string | null })
  | { code: 'planned_already'; child: string; officer: string; from: PlainDate }
  | { code: 'parent_and_child'; child: string; relative: string; is: 'parent' | 'own_child'; officer: string }
  /** What takes the officer is nothing that the user may see. */
  | { code: 'officer_not_free'; child: string; officer: string }
  | {
      code: 'apart_reason_missing'
      child: string
      siblings: readonly { child: string; officer: string }[]
    }
  | { code: 'reason_missing' }
  | { code: 'care_goes_on'; child: string }
  | NotKept

/** What to do about it, for the person who chose it. */
export function allocationProblemText(problem: AllocationProblem): string {
  switch (problem.code) {
    case 'nobody_chosen':
      return 'Choose at least one child'
    case 'day_missing':
      return 'Enter the first day as a date, like 31 3 2026'
    case 'day_too_far':
      return `The first day must be on or before ${longDate(problem.lastDay)}`
    case 'day_before_start':
      return `The day must be after ${longDate(problem.from)}, when ${problem.officer} became the IRO of child ${problem.child}`
    case 'officer_missing':
      return `Choose an IRO for child ${problem.child}`
    case 'officer_unknown':
      return `Choose an IRO from the list for child ${problem.child}`
    case 'not_reviewing':
      return `${problem.officer} is not a reviewing officer. Choose someone else for child ${problem.child}`
    case 'not_in_post':
      return `${problem.officer} is not in post on that day (${inPostWords(problem)}). Choose another day or someone else for child ${problem.child}`
    case 'same_officer':
      return `${problem.officer} is the IRO of child ${problem.child} already. Choose someone else`
    case 'changed_meanwhile':
      return problem.officer === null
        ? `Child ${problem.child} has no IRO any more. ${CHANGED_MEANWHILE}`
        : `${problem.officer} is the IRO of child ${problem.child} now. ${CHANGED_MEANWHILE}`
    case 'planned_already':
      return `${problem.officer} becomes the IRO of child ${problem.child} on ${longDate(problem.from)} already. Choose a later day`
    case 'parent_and_child':
      return `${problem.officer} is the IRO of child ${problem.relative}, ${problem.is === 'parent' ? 'a parent' : 'a child'} of child ${problem.child}. A parent and their child must have different IROs. Choose someone else`
    case 'officer_not_free':
      return `${problem.officer} is not free for child ${problem.child}. Choose someone else`
    case 'apart_reason_missing':
      return `Child ${problem.child} has brothers or sisters with another IRO: ${listed(
        problem.siblings.map(({ child, officer }) => `${child} with ${officer}`),
      )}. Choose the same IRO, or say why they are apart`
    case 'reason_missing':
      return 'Say why the IRO changes'
    case 'not_kept':
      return problem.why
    case 'care_goes_on':
      return `Child ${problem.child} still needs an IRO on that day. Hand the child over to another IRO`
  }
}

function inPostWords({ startedOn, endedOn }: { startedOn: PlainDate; endedOn: PlainDate | null }): string {
  const from = `from ${longDate(startedOn)}`
  return endedOn !== null && isAfter(endedOn, startedOn) ? `${from} to ${longDate(endedOn)}` : from
}
