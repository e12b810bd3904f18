import { type PlainDate, addDays, addMonths, dateOf } from '../../kernel/dates.ts'

/** A quarter of the reporting year: April to June is the first. CAL-9. */
export interface Quarter {
  firstDay: PlainDate
  lastDay: PlainDate
  /** `April to June 2022`. */
  words: string
}

const WORDS = ['January to March', 'April to June', 'July to September', 'October to December']

/** The quarter of a day. */
export function quarterOf(day: PlainDate): Quarter {
  const index = Math.floor((day.month - 1) / 3)
  const firstDay = dateOf(day.year, index * 3 + 1, 1)
  return { firstDay, lastDay: addDays(addMonths(firstDay, 3), -1), words: `${WORDS[index] ?? ''} ${day.year}` }
}

/** The four quarters of the reporting year that begins on a day. */
export const quartersFrom = (firstDay: PlainDate): Quarter[] =>
  [0, 3, 6, 9].map((months) => quarterOf(addMonths(firstDay, months)))
