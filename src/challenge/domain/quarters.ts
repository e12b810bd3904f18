import { type PlainDate, addDays, addMonths, dateOf } from '../../kernel/dates.ts'

/** Three months of a reporting year, the first from 1 April. CAL-9. */
export interface Quarter {
  /** As in addresses and names of files: `2022-23-q1`. */
  name: string
  /** `April to June 2022`. */
  firstDay: PlainDate
  lastDay: PlainDate
}

/** The quarter that a day belongs to. */
export function quarterOf(day: PlainDate): Quarter {
  const month = day.month - ((day.month - 1) % 3)
  const firstDay = dateOf(day.year, month, 1)
  const startYear = month < 4 ? day.year - 1 : day.year
  const number = month < 4 ? 4 : (month - 1) / 3
  const name = `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}-q${number}`
  return { name, firstDay, lastDay: addDays(addMonths(firstDay, 3), -1) }
}

/** The quarter before. */
export const quarterBefore = ({ firstDay }: Quarter): Quarter => quarterOf(addDays(firstDay, -1))

/** The quarter of this name; null for none. */
export function quarterNamed(name: string): Quarter | null {
  const match = /^(\d{4})-\d{2}-q([1-4])$/.exec(name)
  if (!match) return null
  const [, year = '', number = ''] = match
  const month = 1 + 3 * Number(number)
  const quarter = quarterOf(month > 12 ? dateOf(Number(year) + 1, month - 12, 1) : dateOf(Number(year), month, 1))
  return quarter.name === name ? quarter : null
}
