/**
 * Days as bare numbers (`dayNumber` of dates.ts), for engines that compare millions of dates and show none of them.
 * `NaN` stands for "no date": every comparison with it is false, and arithmetic keeps it.
 */
const MILLISECONDS_A_DAY = 86_400_000

/** The number of this day; month 1 to 12. `NaN` where there is no such day. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const isThatDay =
    moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return isThatDay ? moment.getTime() / MILLISECONDS_A_DAY : NaN
}

/** `addMonths` of dates.ts for a day number: the same day-number `months` on, or that month's last day. */
export function monthsAfter(day: number, months: number): number {
  if (Number.isNaN(day)) return NaN
  const moment = new Date(day * MILLISECONDS_A_DAY)
  const firstOfMonth = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + months, 1)
  const lastOfMonth = new Date(firstOfMonth)
  lastOfMonth.setUTCMonth(lastOfMonth.getUTCMonth() + 1, 0)
  return firstOfMonth / MILLISECONDS_A_DAY + Math.min(moment.getUTCDate(), lastOfMonth.getUTCDate()) - 1
}

/** `years` years on; 29 February becomes 28 February in a common year. */
export const yearsAfter = (day: number, years: number): number => monthsAfter(day, years * 12)
