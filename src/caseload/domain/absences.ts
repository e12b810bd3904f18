import type { AbsenceFact } from '../../officers/registers/absences.ts'
import { type PlainDate, daysBetween, isWithin } from '../../kernel/dates.ts'

/** Calendar days from which an absence is long: a child should not have to wait that long for an officer. */
const LONG_ABSENCE_DAYS = 14

const isLong = ({ from, to }: AbsenceFact): boolean => daysBetween(from, to) + 1 >= LONG_ABSENCE_DAYS

/** The long absence in which the officer is on a day, or null. Of why nothing is said, anywhere. */
export const longAbsenceOn = (
  absences: readonly AbsenceFact[],
  officerId: string,
  day: PlainDate,
): AbsenceFact | null =>
  absences.find((one) => one.officerId === officerId && isLong(one) && isWithin(day, one.from, one.to)) ?? null
