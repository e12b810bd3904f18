import { ageOn } from '../../calendar/age.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { isWorkingDay } from '../../calendar/workingDays.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, addDays, compareDates, isBefore, isOnOrAfter, isSameDay, laterOf } from '../../kernel/dates.ts'
import { type Diary, type TimeOfDay, overlap, whyNotFree } from './diary.ts'
import { minutesOf, timeAfter } from './times.ts'

/** A time that could be booked. */
export interface SuggestedSlot extends TimeOfDay {
  /** Whether the child would have to miss school for it. */
  isInSchoolHours: boolean
  /** Whether the child wished for another weekday. */
  isAgainstWish: boolean
}

/** What slots are looked for. */
export interface SlotsAsked {
  officerId: string
  minutes: number
  today: PlainDate
  /** The day by which it is best booked, and the last on which it is still in time; null where not known. */
  bestBookedBy: PlainDate | null
  latestPractical: PlainDate | null
  /** Null where it is not known: then as though of school age. */
  bornOn: PlainDate | null
  /** Weekdays that the child does not want, 1 for Monday. */
  weekdaysRuledOut?: ReadonlySet<number>
}

const FROM = '09:00'
const UNTIL = '17:00'
const EVERY_MINUTES = 30
const SCHOOL = { from: '08:45', until: '15:15' }
const SCHOOL_AGE = { from: 4, to: 16 }
const MOST_SUGGESTED = 6
/** How far before the day by which it is best booked suggestions reach back: five weeks of working days or so. */
const DAYS_BACK = 35
/** Where nothing says by when, or that has passed: how far ahead. */
const DAYS_AHEAD = 21

/** Whether a child of this birthday goes to school on a day, as far as age says: holidays of schools are not known. */
function isOfSchoolAge(bornOn: PlainDate | null, day: PlainDate): boolean {
  if (bornOn === null) return true
  const age = ageOn(bornOn, day)
  return age >= SCHOOL_AGE.from && age <= SCHOOL_AGE.to
}

/** Whether a time lies in the hours in which children of school age are at school. */
const isInSchoolHours = (bornOn: PlainDate | null, time: TimeOfDay): boolean =>
  isOfSchoolAge(bornOn, time.on) &&
  time.on.dayOfWeek < 6 &&
  overlap(time, { on: time.on, startsAt: SCHOOL.from, endsAt: SCHOOL.until })

/**
 * A few times at which the officer is free, on working days between 9am and 5pm, one a day: the latest that still leave
 * the time left to move it, or, where that has passed, the earliest there are. Days that the child does not rule out come
 * first, then times out of school hours; others only where there are too few. In order of day.
 */
export function suggestedSlots(asked: SlotsAsked, diary: Diary, holidays: BankHolidays): SuggestedSlot[] {
  const { days, isLatestBest } = daysToTry(asked, holidays)
  const inOrder = isLatestBest ? days.toReversed() : days
  const isWished = (day: PlainDate) => asked.weekdaysRuledOut?.has(day.dayOfWeek) !== true
  const chosen: SuggestedSlot[] = []
  for (const [areWished, inSchoolHours] of [
    [true, false],
    [true, true],
    [false, false],
    [false, true],
  ] as const) {
    for (const day of inOrder) {
      if (chosen.length === MOST_SUGGESTED) break
      if (isWished(day) !== areWished || chosen.some(({ on }) => isSameDay(on, day))) continue
      const slot = slotOn(day, asked, diary, inSchoolHours)
      if (slot) chosen.push({ ...slot, isAgainstWish: !areWished })
    }
  }
  return chosen.sort((a, b) => compareDates(a.on, b.on))
}

function daysToTry(
  { today, bestBookedBy, latestPractical }: SlotsAsked,
  holidays: BankHolidays,
): { days: PlainDate[]; isLatestBest: boolean } {
  const tomorrow = addDays(today, 1)
  if (bestBookedBy && isOnOrAfter(bestBookedBy, tomorrow)) {
    const days = workingDays(laterOf(tomorrow, addDays(bestBookedBy, -DAYS_BACK)), bestBookedBy, holidays)
    if (days.length > 0) return { days, isLatestBest: true }
  }
  const isStillInTime = latestPractical && isOnOrAfter(latestPractical, tomorrow)
  const last = isStillInTime ? latestPractical : addDays(today, DAYS_AHEAD)
  return { days: workingDays(tomorrow, last, holidays), isLatestBest: false }
}

function workingDays(first: PlainDate, last: PlainDate, holidays: BankHolidays): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first; !isBefore(last, day); day = addDays(day, 1)) {
    if (unlessCalendarTooShort(() => isWorkingDay(day, holidays)) === true) days.push(day)
  }
  return days
}

/** The first free time of the day that lies in school hours, or that does not; null where there is none. */
function slotOn(
  on: PlainDate,
  { officerId, minutes, bornOn }: SlotsAsked,
  diary: Diary,
  inSchoolHours: boolean,
): SuggestedSlot | null {
  for (let start: string | null = FROM; start !== null && start < UNTIL; start = timeAfter(start, EVERY_MINUTES)) {
    const endsAt = timeAfter(start, minutes)
    if (endsAt === null || minutesOf(endsAt) > minutesOf(UNTIL)) return null
    const slot = { on, startsAt: start, endsAt }
    if (isInSchoolHours(bornOn, slot) !== inSchoolHours) continue
    if (whyNotFree(diary, officerId, slot) === null)
      return { ...slot, isInSchoolHours: inSchoolHours, isAgainstWish: false }
  }
  return null
}
