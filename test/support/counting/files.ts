import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * Figures counted a second time, straight from the CSV files and the definitions (`docs/kpi-definitions.md`). Nothing here
 * comes from `src` but the list of bank holidays: an error would have to be made twice to go unseen. Days are texts,
 * `2023-03-31`, so that `<` compares them.
 */
export type Row = Readonly<Record<string, string>>
export type Day = string

/** The rows of a file by the names of its columns; none where there is no such file. Dates in English order are turned round. */
export function rowsOf(folder: string, name: string): Row[] {
  const path = join(folder, `${name}.csv`)
  if (!existsSync(path)) return []
  const [head = [], ...lines] = cellsOf(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  return lines.map((cells) =>
    Object.fromEntries(head.map((column, index) => [column, turned((cells[index] ?? '').trim())])),
  )
}

const turned = (cell: string): string => cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1')

function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === ',' || letter === '\n') {
      row.push(cell.replace(/\r$/, ''))
      cell = ''
      if (letter === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += letter
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((cells) => cells.some((one) => one !== ''))
}

const MILLISECONDS_A_DAY = 86_400_000
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY
const dayOf = (number: number): Day => new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

export const plusDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days)

/** The same day-number some months on, or the last day of that month. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(number, last))
  return first.toISOString().slice(0, 10)
}

const holidays = new Set(
  z
    .object({ days: z.array(z.object({ date: z.string() })) })
    .parse(
      JSON.parse(readFileSync(new URL('../../../src/calendar/bank-holidays-england.json', import.meta.url), 'utf8')),
    )
    .days.map(({ date }) => date),
)

/** So many working days on; back where negative. */
export function plusWorkingDays(day: Day, days: number): Day {
  let at = day
  for (let left = Math.abs(days); left > 0;) {
    at = plusDays(at, Math.sign(days))
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.has(at)) left--
  }
  return at
}

/** Full years of age on a day; a birthday on 29 February falls on 1 March in other years. */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** How many of these there are by a key, the largest first: breakdowns are compared by their numbers. */
export function sizesBy<Item>(items: readonly Item[], key: (item: Item) => string): number[] {
  return [...Map.groupBy(items, key).values()].map(({ length }) => length).sort((a, b) => b - a)
}

/** A count with the sizes of its groups, or the two parts of a share. */
export interface Counted {
  value: number
  of?: number
  sizes?: number[]
}

export const share = <Item>(of: readonly Item[], counts: (item: Item) => boolean): Counted => ({
  value: of.filter(counts).length,
  of: of.length,
})

export const total = <Item>(items: readonly Item[], key?: (item: Item) => string): Counted => ({
  value: items.length,
  ...(key ? { sizes: sizesBy(items, key) } : {}),
})
