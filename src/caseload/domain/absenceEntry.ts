import type { AbsenceFact } from '../../officers/registers/absences.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isAfter, isBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import { demandUnchanged, type ChangedMeanwhile } from '../../registers/version.ts'
import { CHANGED_MEANWHILE, type NotKept } from '../../kernel/words.ts'

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
  const known = absences.find((one) => one.officerId === officerId && isSameDay(one.from, from))
  const [changed] = demandUnchanged(replaces, known)
  if (!known || changed) return { problems: [{ code: 'changed_meanwhile' }] }
  if (to === null) return { problems: [{ code: 'to_missing' }] }
  if (isBefore(to, from)) return { problems: [{ code: 'to_before_from', from }] }
  const next = absences.find(
    (one) => one !== known && one.officerId === officerId && !isAfter(one.from, to) && !isBefore(one.to, from),
  )
  return next ? { problems: [{ code: 'overlaps', from: next.from, to: next.to }] } : { ...known, to }
}

/** What to do about it, for the person who typed it. */
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
