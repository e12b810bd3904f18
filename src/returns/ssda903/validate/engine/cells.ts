import { visibleName } from '../../../../kernel/visibleText.ts'
import { dayOf } from './dayOf.ts'
import type { Day } from './rows.ts'

/** One column of a table, cell under cell. */
export type ColumnCells = TextCells | DateCells

// Cells are numbers in memory of their own. Kept as texts in a list, all of them are copied again and again: while the
// list grows, and by the collector of what is no longer needed.
const ROWS_AT_FIRST = 256

// Codes repeat and are kept once; of identifiers there are too many for that to be worth the search.
const MOST_TEXTS_SHARED = 2_000

/** As the import reads it: in capitals, and nothing that nobody sees. */
const textOf = (written: string): string => visibleName(written).toUpperCase()

export class TextCells {
  readonly isDate = false
  readonly #texts: string[] = []
  /** Where each row’s text stands among the texts. */
  #places = new Uint32Array(ROWS_AT_FIRST)
  #rowCount = 0
  #placeOf: Map<string, number> | null = new Map()
  /** What the file has in the cells that are not in upper case there, by row. */
  readonly inSmallLetters = new Map<number, string>()

  add(written: string): void {
    const row = this.#rowCount++
    if (row === this.#places.length) {
      const places = new Uint32Array(2 * row)
      places.set(this.#places)
      this.#places = places
    }
    const place = this.#placeOf?.get(written) ?? this.#new(written)
    if (this.#texts[place] !== written) this.inSmallLetters.set(row, visibleName(written))
    this.#places[row] = place
  }

  #new(written: string): number {
    const place = this.#texts.push(textOf(written)) - 1
    this.#placeOf?.set(written, place)
    if (place > MOST_TEXTS_SHARED) this.#placeOf = null
    return place
  }

  /** The text of a row’s cell, in upper case. */
  at(row: number): string {
    return this.#texts[this.#places[row] ?? 0] ?? ''
  }

  isFilled(row: number): boolean {
    return this.at(row) !== ''
  }

  /** Negative, zero or positive as row `a` comes before, with or after row `b` by this column. */
  compare(a: number, b: number): number {
    const [textOfA, textOfB] = [this.at(a), this.at(b)]
    return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0
  }
}

export class DateCells {
  readonly isDate = true
  #days = new Float64Array(ROWS_AT_FIRST)
  #rowCount = 0
  /** What stands in the cells that hold no date, by row. */
  readonly unreadable = new Map<number, string>()

  add(written: string): void {
    const row = this.#rowCount++
    if (row === this.#days.length) {
      const days = new Float64Array(2 * row)
      days.set(this.#days)
      this.#days = days
    }
    const day = dayOf(written)
    if (written !== '' && Number.isNaN(day)) this.unreadable.set(row, written.toUpperCase())
    this.#days[row] = day
  }

  /** The day of a row’s cell; `NaN` where it is blank or holds no date. */
  at(row: number): Day {
    return this.#days[row] ?? NaN
  }

  /** Whether anything stands there, be it a date or not. */
  isFilled(row: number): boolean {
    return !Number.isNaN(this.at(row)) || this.unreadable.has(row)
  }

  /** As `TextCells.compare`: by date, and what holds no date last, in order of what is written. */
  compare(a: number, b: number): number {
    const [dayOfA, dayOfB] = [this.at(a), this.at(b)]
    if (!Number.isNaN(dayOfA)) return Number.isNaN(dayOfB) ? -1 : dayOfA - dayOfB
    if (!Number.isNaN(dayOfB)) return 1
    const [textOfA = '', textOfB = ''] = [this.unreadable.get(a), this.unreadable.get(b)]
    return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0
  }
}
