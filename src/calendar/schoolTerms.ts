import { type PlainDate, addDays, dateOf, isBefore } from '../kernel/dates.ts'
import { ageOn } from './age.ts'

/** A school term, from its first day up to the day before the next one begins. */
export interface SchoolTerm {
  name: 'autumn' | 'spring' | 'summer'
  firstDay: PlainDate
  /** The last day on which something counts as done in it: of the summer term 31 July. */
  lastDay: PlainDate
}

/** Easter Sunday, by the rule of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dateOf(year, Math.floor(f / 31), (f % 31) + 1)
}

/** The first day of the summer term: the day after the week of Easter Monday. */
const summerBegins = (year: number): PlainDate => addDays(easterSunday(year), 8)

/** The term that a day falls in, by the dates that figures go by: from 1 September, 1 January, and the day after the week of Easter Monday. */
export function schoolTermOf(day: PlainDate): SchoolTerm {
  const { year } = day
  const summer = summerBegins(year)
  if (isBefore(day, summer)) return { name: 'spring', firstDay: dateOf(year, 1, 1), lastDay: addDays(summer, -1) }
  if (day.month < 9) return { name: 'summer', firstDay: summer, lastDay: dateOf(year, 7, 31) }
  return { name: 'autumn', firstDay: dateOf(year, 9, 1), lastDay: dateOf(year, 12, 31) }
}

/** Whether someone born on a day is of school age on another: from reception to year 11, by the year of birth. */
export function isOfSchoolAge(bornOn: PlainDate, day: PlainDate): boolean {
  const schoolYear = day.month < 9 ? day.year - 1 : day.year
  const age = ageOn(bornOn, dateOf(schoolYear, 8, 31))
  return age >= 4 && age <= 15
}
