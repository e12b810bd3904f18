import type { AbsenceFact } from '../../officers/registers/absences.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { type PlainDate, isSameDay, isWithin } from '../../kernel/dates.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { timeAfter } from './times.ts'

/** A time of a day, from its start up to, not including, its end: what ends at ten leaves ten o'clock free. */
export interface TimeOfDay {
  on: PlainDate
  startsAt: string
  endsAt: string
}

/** A time that is taken from an officer; of which child is not said. */
export interface TakenTime extends TimeOfDay {
  officerId: string
}

/** What says whether officers are free. */
export interface Diary {
  officers: readonly OfficerFact[]
  absences: readonly AbsenceFact[]
  taken: readonly TakenTime[]
}

/** Why nothing can be booked with an officer at a time. */
export type NotFree =
  | { code: 'officer_unknown' }
  | { code: 'officer_not_in_post'; on: PlainDate }
  | { code: 'officer_absent'; from: PlainDate; to: PlainDate }
  | { code: 'not_free'; at: TimeOfDay }

/** Whether two times have a moment in common. */
export const overlap = (one: TimeOfDay, other: TimeOfDay): boolean =>
  isSameDay(one.on, other.on) && one.startsAt < other.endsAt && other.startsAt < one.endsAt

/** The end of a day's last minute, for what would run past it. */
const END_OF_DAY = '23:59'

/** What of a meeting says whose time it takes. */
export type TimedMeeting = Pick<MeetingFact, 'status' | 'officerId' | 'on' | 'startsAt' | 'endsAt'>

/** The times that meetings take of their officers. What has no time takes none; what has no end, as long as usual. */
export const takenBy = (meetings: readonly TimedMeeting[], usualMinutes: number): TakenTime[] =>
  meetings.flatMap(({ status, officerId, on, startsAt, endsAt }) =>
    status === 'BOOKED' && officerId !== null && startsAt !== null
      ? [{ officerId, on, startsAt, endsAt: endsAt ?? timeAfter(startsAt, usualMinutes) ?? END_OF_DAY }]
      : [],
  )

/** The absence of an officer on a day, or null. */
export const absenceOn = (absences: readonly AbsenceFact[], officerId: string, day: PlainDate): AbsenceFact | null =>
  absences.find((absence) => absence.officerId === officerId && isWithin(day, absence.from, absence.to)) ?? null

/** Why an officer can't be booked for a time, or null where nothing stands in the way. */
export function whyNotFree(diary: Diary, officerId: string, time: TimeOfDay): NotFree | null {
  const officer = diary.officers.find((one) => one.officerId === officerId)
  if (!officer) return { code: 'officer_unknown' }
  if (!isInPost(officer, time.on)) return { code: 'officer_not_in_post', on: time.on }
  const absence = absenceOn(diary.absences, officerId, time.on)
  if (absence) return { code: 'officer_absent', from: absence.from, to: absence.to }
  const inTheWay = diary.taken.find((taken) => taken.officerId === officerId && overlap(taken, time))
  return inTheWay ? { code: 'not_free', at: inTheWay } : null
}
