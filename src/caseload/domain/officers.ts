import type { AbsenceFact } from '../../officers/registers/absences.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isAfter, isBefore, longDate } from '../../kernel/dates.ts'
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

/** What to do about it, for whoever typed it. */
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

/** What kind of absence, in words. Why someone is away is nobody's to record. */
export const absenceKinds = {
  LEAVE: 'Leave',
  OTHER: 'Another absence',
} as const satisfies Record<AbsenceFact['kind'], string>

/** An absence as entered. */
export interface AbsenceEntry {
  officerId: string
  from: PlainDate | null
  to: PlainDate | null
  kind: AbsenceFact['kind']
}

export type AbsenceProblem =
  | { code: 'from_missing' }
  | { code: 'to_missing' }
  | { code: 'to_before_from'; from: PlainDate }
  | { code: 'overlaps'; from: PlainDate; to: PlainDate }
  | { code: 'officer_unknown' }
  | ChangedMeanwhile
  | NotKept

/** The absence that an entry says, beside the absences there are. */
export function absenceOf(
  { officerId, from, to, kind }: AbsenceEntry,
  officers: readonly OfficerFact[],
  absences: readonly AbsenceFact[],
): AbsenceFact | { problems: readonly AbsenceProblem[] } {
  const problems: AbsenceProblem[] = []
  if (!officers.some((one) => one.officerId === officerId)) problems.push({ code: 'officer_unknown' })
  if (from === null) problems.push({ code: 'from_missing' })
  if (to === null) problems.push({ code: 'to_missing' })
  if (from === null || to === null) return { problems }
  if (isBefore(to, from)) problems.push({ code: 'to_before_from', from })
  const other = absences.find((one) => one.officerId === officerId && !isAfter(one.from, to) && !isBefore(one.to, from))
  if (other) problems.push({ code: 'overlaps', from: other.from, to: other.to })
  return problems.length > 0 ? { problems } : { officerId, from, to, kind }
}

/** The absence with another last day: who is back earlier, or stays away longer. `replaces`: the version that the form showed. */
export function absenceUntil(
  absences: readonly AbsenceFact[],
  { officerId, from, to, replaces }: { officerId: string; from: PlainDate; to: PlainDate | null; replaces: string },
): AbsenceFact | { problems: readonly AbsenceProblem[] } {
  const known = absences.find((one) => one.officerId === officerId && one.from.toString() === from.toString())
  const [changed] = demandUnchanged(replaces, known)
  if (!known || changed) return { problems: [{ code: 'changed_meanwhile' }] }
  if (to === null) return { problems: [{ code: 'to_missing' }] }
  if (isBefore(to, from)) return { problems: [{ code: 'to_before_from', from }] }
  const next = absences.find(
    (one) => one !== known && one.officerId === officerId && !isAfter(one.from, to) && !isBefore(one.to, from),
  )
  return next ? { problems: [{ code: 'overlaps', from: next.from, to: next.to }] } : { ...known, to }
}

/** What to do about it, for whoever typed it. */
export function absenceProblemText(problem: AbsenceProblem): string {
  switch (problem.code) {
    case 'officer_unknown':
      return 'Choose an officer from the list'
    case 'from_missing':
      return 'Enter the first day away as a date, like 31 3 2026'
    case 'to_missing':
      return 'Enter the last day away as a date, like 31 3 2026'
    case 'to_before_from':
      return `The last day away must be on or after ${longDate(problem.from)}, the first`
    case 'overlaps':
      return `An absence from ${longDate(problem.from)} to ${longDate(problem.to)} is entered already`
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
