import type { OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import { type PlainDate, isAfter, isBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE, type NotKept } from '../../kernel/words.ts'

/** The person who asks for another officer, in words. */
export const askers = {
  CHILD: 'The child',
  PARENT: 'A parent',
  CARER: 'The carer',
  SOCIAL_WORKER: 'The social worker',
  OTHER: 'Someone else',
} as const satisfies Record<OfficerRequestFact['askedBy'], string>

export const decisions = {
  AGREED: 'Agreed',
  NOT_AGREED: 'Not agreed',
} as const satisfies Record<NonNullable<OfficerRequestFact['decision']>, string>

export type RequestProblem =
  | { code: 'asker_missing' }
  | { code: 'day_missing' }
  | { code: 'day_in_future' }
  | { code: 'asked_already'; on: PlainDate }
  | { code: 'decision_missing' }
  | { code: 'decision_reason_missing' }
  | ChangedMeanwhile
  | NotKept

/** The wish for another officer that an entry says. */
export function requestOf(
  entry: { child: string; on: PlainDate | null; askedBy: OfficerRequestFact['askedBy'] | null; reason: string },
  requests: readonly OfficerRequestFact[],
  today: PlainDate,
): OfficerRequestFact | { problems: readonly RequestProblem[] } {
  const { child, on, askedBy, reason } = entry
  const problems: RequestProblem[] = []
  if (askedBy === null) problems.push({ code: 'asker_missing' })
  if (on === null) problems.push({ code: 'day_missing' })
  else if (isAfter(on, today)) problems.push({ code: 'day_in_future' })
  const before = requests.find((one) => one.child === child && on !== null && isSameDay(one.on, on))
  if (before) problems.push({ code: 'asked_already', on: before.on })
  if (problems.length > 0 || askedBy === null || on === null) return { problems }
  const undecided = { decision: null, decidedOn: null, decisionReason: null }
  return { child, on, askedBy, reason: reason === '' ? null : reason, ...undecided }
}

/** The wish as decided: a no needs a reason that the child can read. */
export function decided(
  entry: { child: string; on: PlainDate; decision: OfficerRequestFact['decision']; reason: string },
  requests: readonly OfficerRequestFact[],
  today: PlainDate,
): OfficerRequestFact | { problems: readonly RequestProblem[] } {
  const known = requests.find((one) => one.child === entry.child && isSameDay(one.on, entry.on))
  if (known?.decision !== null) return { problems: [{ code: 'changed_meanwhile' }] }
  if (entry.decision === null) return { problems: [{ code: 'decision_missing' }] }
  if (entry.decision === 'NOT_AGREED' && entry.reason === '') return { problems: [{ code: 'decision_reason_missing' }] }
  const decisionReason = entry.reason === '' ? null : entry.reason
  return { ...known, decision: entry.decision, decidedOn: today, decisionReason }
}

/** The wishes that nobody has decided on, longest ago first. */
export const undecided = (requests: readonly OfficerRequestFact[]): OfficerRequestFact[] =>
  requests.filter(({ decision }) => decision === null).sort((a, b) => (isBefore(a.on, b.on) ? -1 : 1))

/** What to do about it, for the person who typed it. */
export function requestProblemText(problem: RequestProblem): string {
  switch (problem.code) {
    case 'asker_missing':
      return 'Choose who asks'
    case 'day_missing':
      return 'Enter the day it was asked as a date, like 31 3 2026'
    case 'day_in_future':
      return 'The day it was asked must be today or in the past'
    case 'asked_already':
      return `What was asked on ${longDate(problem.on)} is written down already`
    case 'decision_missing':
      return 'Choose what is decided'
    case 'decision_reason_missing':
      return 'Say why not, in words that the child can read'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
