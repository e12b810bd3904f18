import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { ReviewChoiceFact } from '../../participation/registers/choices.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { type PlainDate, isAfter, isBefore, longDateWithWeekday } from '../../kernel/dates.ts'
import { type MeetingFormat, differsFromChoice } from '../../participation/domain/choice.ts'
import type { TimeOfDay } from '../domain/diary.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { timeAfter } from '../domain/times.ts'

/** A meeting as someone typed it; null for what was left out or can't be read. */
export interface MeetingEntry {
  on: PlainDate | null
  startsAt: string | null
  minutes: number | null
  officerId: string | null
  place: string | null
  format: MeetingFormat | null
  whyNotAsChosen: string | null
  /** The person who books says that the place honours what the child wished. */
  isPlaceAsWished?: boolean
  /** The person who books says that the time is meant, though hardly anyone meets then. */
  isUnusualTimeMeant?: boolean
}

/** A meeting that can be booked, as far as it can be said without looking at anyone's diary. */
export interface MeetingToBook extends Pick<MeetingFact, 'place' | 'format' | 'whyNotAsChosen'> {
  time: TimeOfDay
  officerId: string
}

const LENGTHS = { least: 15, most: 480 }

/** What an entry says, or what is wrong with it. `choice`: what the child chose, last. */
export function judgeEntry(
  entry: MeetingEntry,
  today: PlainDate,
  choice: ReviewChoiceFact | null,
  holidays: BankHolidays,
): { problems: BookingProblem[]; meeting: MeetingToBook | null } {
  const { on, startsAt, minutes, officerId, place, format } = entry
  const problems: BookingProblem[] = []
  if (on === null) problems.push({ code: 'day_missing' })
  else if (isBefore(on, today)) problems.push({ code: 'day_past', today })
  if (startsAt === null) problems.push({ code: 'time_missing' })
  const isLengthRight = minutes !== null && minutes >= LENGTHS.least && minutes <= LENGTHS.most
  if (!isLengthRight) problems.push({ code: 'minutes_wrong' })
  const endsAt = startsAt !== null && isLengthRight ? timeAfter(startsAt, minutes) : null
  if (startsAt !== null && isLengthRight && endsAt === null) problems.push({ code: 'ends_next_day' })
  const unusual = on && startsAt && endsAt ? unusualTime({ on, startsAt, endsAt }, holidays) : null
  if (unusual !== null && entry.isUnusualTimeMeant !== true) problems.push({ code: 'unusual_time', why: unusual })
  if (officerId === null) problems.push({ code: 'officer_missing' })
  if (format === null) problems.push({ code: 'format_missing' })
  if (entry.isPlaceAsWished === true && place === null && format !== 'VIRTUAL')
    problems.push({ code: 'wished_place_missing' })
  const differs = format === null ? [] : differsFromChoice(entry, choice)
  if (differs.length > 0 && entry.whyNotAsChosen === null) {
    problems.push({ code: 'why_not_as_chosen_missing', differs })
  }
  if (problems.length > 0 || on === null || startsAt === null || endsAt === null || officerId === null) {
    return { problems, meeting: null }
  }
  const whyNotAsChosen = differs.length > 0 ? entry.whyNotAsChosen : null
  return { problems, meeting: { time: { on, startsAt, endsAt }, officerId, place, format, whyNotAsChosen } }
}

const DAY = { from: '08:00', to: '20:00' }
const SATURDAY = 6

/** Why hardly anyone meets at a time; null where people do. The person who books is asked whether they mean it. */
function unusualTime({ on, startsAt, endsAt }: TimeOfDay, holidays: BankHolidays): string | null {
  const holiday = holidays.nameOn(on)
  if (holiday !== null) return `${longDateWithWeekday(on)} is a bank holiday (${holiday})`
  if (on.dayOfWeek >= SATURDAY) return `${longDateWithWeekday(on)} is at a weekend`
  if (startsAt < DAY.from) return `${spokenTime(startsAt)} is before 8am`
  return endsAt > DAY.to ? `It ends at ${spokenTime(endsAt)}, after 8pm` : null
}

/** Whether a day lies past a limit; where no limit is known, none is past it. */
export const isPast = (day: PlainDate | null, limit: PlainDate | null): limit is PlainDate =>
  day !== null && limit !== null && isAfter(day, limit)

/**
 * A review that is late needs a reason of the authority's list: what is missing, if anything. `kept`: the reason that
 * the review has already, which stays right when the list changes.
 */
export function lateProblems(
  days: readonly (PlainDate | null)[],
  limit: PlainDate | null,
  reason: string | null,
  reasons: readonly string[],
  kept: string | null = null,
): BookingProblem[] {
  if (limit === null || !days.some((day) => isPast(day, limit))) return []
  return isLateReason(reason, reasons, kept) ? [] : [{ code: 'late_reason_missing', limit }]
}

/** Whether a reason is one of the list, or the one that the review has. */
export const isLateReason = (reason: string | null, reasons: readonly string[], kept: string | null): boolean =>
  reason !== null && (reasons.includes(reason) || reason === kept)
