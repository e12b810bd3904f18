import { type PlainDate, dateOfDayNumber, dayNumber } from '../kernel/dates.ts'
import { civilDate, dayNumberOf } from '../kernel/dayNumbers.ts'

/**
 * The day on which a person reaches `years`. A person born on 29 February reaches it on 1 March in a common year
 * (CAL-8, a convention).
 */
export function birthday(bornOn: PlainDate, years: number): PlainDate {
  const { year, month, day } = civilDate(dayNumber(bornOn))
  const reached = dayNumberOf(year + years, month, day)
  return dateOfDayNumber(Number.isNaN(reached) ? dayNumberOf(year + years, 3, 1) : reached)
}

/** Age in completed years on a day; negative before birth. CAL-8. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  const born = civilDate(dayNumber(bornOn))
  const then = civilDate(dayNumber(day))
  const isBeforeBirthday = then.month < born.month || (then.month === born.month && then.day < born.day)
  return then.year - born.year - (isBeforeBirthday ? 1 : 0)
}
