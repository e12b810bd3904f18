import * as z from 'zod'
import { type PlainDate, date, dateOf, monthName } from '../../kernel/dates.ts'
import { isPlausibleYear } from '../../kernel/typedDates.ts'
import { visibleName } from '../../kernel/visibleText.ts'

/** A filter as it comes in an address: text, empty where it is not set or makes no sense. */
export const textFilter = z
  .string()
  .transform((text) => visibleName(text).trim())
  .catch('')

/** The page of a list as it comes in an address: 1 where it makes no sense. */
export const pageFilter = z.coerce.number().int().min(1).catch(1)

/** A choice in a filter: its words, and the value that stands in the address. */
export interface Choice {
  value: string
  text: string
}

/** What GOV.UK's select takes: the choices below one that filters nothing, with the chosen one marked. */
export const selectItems = (all: string, choices: readonly Choice[], chosen: string) =>
  [{ value: '', text: all }, ...choices].map((choice) => ({ ...choice, selected: choice.value === chosen }))

/** The different values of a list as choices, in order of their words. */
export function choicesOf<Item>(items: readonly Item[], choiceOf: (item: Item) => Choice): Choice[] {
  // A loop: lists of thousands are asked for several choices by every page.
  const byValue = new Map<string, Choice>()
  for (const item of items) {
    const choice = choiceOf(item)
    byValue.set(choice.value, choice)
  }
  return [...byValue.values()].sort((a, b) => a.text.localeCompare(b.text))
}

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase())

/**
 * The day that someone typed: `2023-03-31`, `31/3/2023`, `31 3 2023`, `31 March 2023`, `31 Mar 2023`; null otherwise, and
 * in a year that nobody can mean.
 */
export function readDay(typed: string): PlainDate | null {
  const day = dayIn(typed)
  return day && isPlausibleYear(day.year) ? day : null
}

function dayIn(typed: string): PlainDate | null {
  const text = typed.trim().toLowerCase()
  try {
    if (/^\d{4}-/.test(text)) return isPlausibleYear(text.slice(0, 4)) ? date(text) : null
    const [, day, month, year] = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})$/.exec(text) ?? []
    if (!day || !month || !year) return null
    const monthNumber = /^\d/.test(month) ? Number(month) : MONTHS.findIndex((name) => name.startsWith(month)) + 1
    return dateOf(Number(year), monthNumber, Number(day))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
