import { type PlainDate, addDays, addMonths, dayNumber, isBefore } from '../kernel/dates.ts'

/**
 * The day on which a person reaches `years`. A person born on 29 February reaches it on 1 March in a common year
 * (CAL-8, a convention).
 */
export function birthday(bornOn: PlainDate, years: number): PlainDate {
  const day = addMonths(bornOn, years * 12)
  return day.day === bornOn.day ? day : addDays(day, 1)
}

/** Age in completed years on a day; negative before birth. CAL-8. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  // 366 and 365.25 both fail at some birthday; the guess is corrected by the birthday itself.
  const guess = Math.floor((dayNumber(day) - dayNumber(bornOn)) / 365.2425)
  if (!isBefore(day, birthday(bornOn, guess + 1))) return guess + 1
  return isBefore(day, birthday(bornOn, guess)) ? guess - 1 : guess
}
