import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isBefore, longDate } from '../../kernel/dates.ts'
import { demandUnchanged, type ChangedMeanwhile } from '../../registers/version.ts'
import { CHANGED_MEANWHILE, type NotKept } from '../../kernel/words.ts'

export const employments = {
  PERMANENT: 'Permanent',
  AGENCY: 'Through an agency',
} as const satisfies Record<NonNullable<OfficerFact['employment']>, string>

/** An officer as entered: null for what was left out. */
export interface OfficerEntry {
  officerId: string
  name: string
  role: OfficerFact['role'] | null
  fte: number | null
  startedOn: PlainDate | null
  endedOn: PlainDate | null
  qualifiedOn: PlainDate | null
  employment: OfficerFact['employment']
  email: string | null
}

/** Characters. */
const LONGEST_ID = 50

export type OfficerProblem =
  | { code: 'id_missing' }
  | { code: 'id_too_long' }
  | { code: 'id_taken'; by: string }
  | { code: 'name_missing' }
  | { code: 'role_missing' }
  | { code: 'fte_out_of_range' }
  | { code: 'start_missing' }
  | { code: 'ends_before_start'; startedOn: PlainDate }
  | ChangedMeanwhile
  | NotKept

/**
 * The officer that an entry says, beside the officers there are. `replaces`: the version that is changed; null for
 * someone new.
 */
export function officerOf(
  entry: OfficerEntry,
  officers: readonly OfficerFact[],
  replaces: string | null,
): OfficerFact | { problems: readonly OfficerProblem[] } {
  const problems: OfficerProblem[] = []
  const { officerId, name, role, fte, startedOn, endedOn, email } = entry
  const known = officers.find((one) => one.officerId.toLowerCase() === officerId.toLowerCase())
  if (officerId === '') problems.push({ code: 'id_missing' })
  if (officerId.length > LONGEST_ID) problems.push({ code: 'id_too_long' })
  if (replaces === null && known) problems.push({ code: 'id_taken', by: known.name })
  if (replaces !== null) problems.push(...demandUnchanged(replaces, known))
  if (name === '') problems.push({ code: 'name_missing' })
  if (role === null) problems.push({ code: 'role_missing' })
  const isShare = fte !== null && fte > 0 && fte <= 1
  if (!isShare) problems.push({ code: 'fte_out_of_range' })
  if (startedOn === null) problems.push({ code: 'start_missing' })
  if (startedOn && endedOn && isBefore(endedOn, startedOn)) problems.push({ code: 'ends_before_start', startedOn })
  if (problems.length > 0 || role === null || fte === null || startedOn === null) return { problems }
  const { qualifiedOn, employment } = entry
  const kept = { officerId, name, role, fte, startedOn, endedOn, employment, qualifiedOn }
  return { ...kept, email }
}

/** What to do about it, for the person who typed it. */
export function officerProblemText(problem: OfficerProblem): string {
  switch (problem.code) {
    case 'id_missing':
      return 'Enter the officer’s id'
    case 'id_too_long':
      return `The officer’s id must have ${LONGEST_ID} characters or fewer`
    case 'id_taken':
      return `${problem.by} has this id`
    case 'name_missing':
      return 'Enter the officer’s name'
    case 'role_missing':
      return 'Choose what the officer does'
    case 'fte_out_of_range':
      return 'Enter the share of full time as a number above 0 and up to 1, like 0.8'
    case 'start_missing':
      return 'Enter the first day in post as a date, like 31 3 2026'
    case 'ends_before_start':
      return `The last day must be on or after ${longDate(problem.startedOn)}, the first day in post`
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
