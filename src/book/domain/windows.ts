import { reportingYearOf } from '../../calendar/reportingYear.ts'
import { type PlainDate, addDays, addMonths, dateOf, longDate, monthName } from '../../kernel/dates.ts'

/** Over which days a book counts. */
export const windowIds = ['month', 'yearToDate', 'rolling', 'snapshot'] as const

export type WindowId = (typeof windowIds)[number]

/** Days of a book: all of them end on the same day. */
export interface Window {
  id: WindowId
  /** `March 2023`. */
  label: string
  /** The first day; of the snapshot, the day itself. */
  firstDay: PlainDate
  lastDay: PlainDate
}

/** How many months the charts of a book look back, its own included. */
export const MONTHS_CHARTED = 24

/** The last day of the month that begins on this day. */
export const endOfMonth = (firstDay: PlainDate): PlainDate => addDays(addMonths(firstDay, 1), -1)

/** The first day of the month written `2023-03`; null where the text is no month. */
export function parseMonth(text: string): PlainDate | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year === undefined || month === undefined ? null : dateOf(Number(year), Number(month), 1)
}

/** The month that begins on this day as it is asked for: `2023-03`. */
export const monthText = ({ year, month }: PlainDate): string => `${year}-${String(month).padStart(2, '0')}`

/** `March 2023`. */
export const monthInWords = ({ year, month }: PlainDate): string => `${monthName(month)} ${year}`

/**
 * A month's own days, its year to date, the twelve months that end with it, and its last day: or the last that is counted,
 * while the month is not over. `kpi-definitions` section 0.
 */
export function windowsOf(firstDay: PlainDate, lastDay: PlainDate): readonly Window[] {
  return [
    { id: 'month', label: monthInWords(firstDay), firstDay, lastDay },
    { id: 'yearToDate', label: 'Year to date', firstDay: reportingYearOf(lastDay).firstDay, lastDay },
    { id: 'rolling', label: 'Twelve months', firstDay: addMonths(firstDay, -11), lastDay },
    { id: 'snapshot', label: `On ${longDate(lastDay)}`, firstDay: lastDay, lastDay },
  ]
}

/** The first days of the months that are charted, the earliest first. */
export const monthsCharted = (firstDay: PlainDate): readonly PlainDate[] =>
  Array.from({ length: MONTHS_CHARTED }, (_, index) => addMonths(firstDay, index + 1 - MONTHS_CHARTED))
