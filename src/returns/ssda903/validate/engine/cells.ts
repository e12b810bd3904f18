import { dayOf } from './dayOf.ts'
import type { Day } from './rows.ts'

/** One column of a table, cell under cell. */
export type ColumnCells = TextCells | DateCells

// Codes repeat and are kept once; of identifiers there are too many for that to be worth the search.
const MOST_VALUES_SHARED = 2_000

export class TextCells {
  readonly isDate = false
  readonly values: string[] = []
  #shared: Map<string, string> | null = new Map()
  /** What the file has in the cells that are not in upper case there, by row. */
  readonly inSmallLetters = new Map<number, string>()

  add(written: string): void {
    // The engine that runs us keeps every text of two characters only once anyway.
    const isShared = written.length <= 2
    const value = isShared ? written.toUpperCase() : (this.#shared?.get(written) ?? this.#new(written))
    if (value !== written) this.inSmallLetters.set(this.values.length, written)
    this.values.push(value)
  }

  #new(written: string): string {
    const value = written.toUpperCase()
    this.#shared?.set(written, value)
    if (this.#shared && this.#shared.size > MOST_VALUES_SHARED) this.#shared = null
    return value
  }

  isFilled(row: number): boolean {
    return this.values[row] !== ''
  }

  /** Negative, zero or positive as row `a` comes before, with or after row `b` by this column. */
  compare(a: number, b: number): number {
    const [textOfA = '', textOfB = ''] = [this.values[a], this.values[b]]
    return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0
  }
}

export class DateCells {
  readonly isDate = true
  readonly values: Day[] = []
  /** What stands in the cells that hold no date, by row. */
  readonly unreadable = new Map<number, string>()

  add(written: string): void {
    const day = dayOf(written)
    if (written !== '' && Number.isNaN(day)) this.unreadable.set(this.values.length, written.toUpperCase())
    this.values.push(day)
  }

  /** Whether anything stands there, be it a date or not. */
  isFilled(row: number): boolean {
    return !Number.isNaN(this.values[row] ?? NaN) || this.unreadable.has(row)
  }

  /** As `TextCells.compare`: by date, and what holds no date last, in order of what is written. */
  compare(a: number, b: number): number {
    const [dayOfA = NaN, dayOfB = NaN] = [this.values[a], this.values[b]]
    if (!Number.isNaN(dayOfA)) return Number.isNaN(dayOfB) ? -1 : dayOfA - dayOfB
    if (!Number.isNaN(dayOfB)) return 1
    const [textOfA = '', textOfB = ''] = [this.unreadable.get(a), this.unreadable.get(b)]
    return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0
  }
}
