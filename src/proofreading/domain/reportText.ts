/** A stretch of the text of a report: from the first character to before the last. */
export interface Span {
  start: number
  end: number
}

/** A cell of a table. Where it reaches over several columns or rows, it stands in each of them, with the same span. */
export interface ReadCell extends Span {
  text: string
}

export interface ReadRow extends Span {
  cells: readonly ReadCell[]
}

/** A table as it was read, with its heads among its rows. */
export interface ReadTable extends Span {
  kind: 'table'
  /** The line that names it, above or below: `Table B: Children who started to be looked after`. */
  caption: string | null
  rows: readonly ReadRow[]
  place: string
}

/** A heading, a paragraph or an item of a list. */
export interface Passage extends Span {
  kind: 'heading' | 'paragraph' | 'item'
  /** As it stands in the report's text, with signs made alike one for one (`alike`), so that places in it are the same. */
  text: string
  /** Where it stands: the page, where pages are known, and the heading above it. */
  place: string
}

export type Part = Passage | ReadTable

/** A report as its reader sees it: lines one below the other, cells of a row with tabs between. */
export interface ReportText {
  text: string
  parts: readonly Part[]
}

/** White characters made blanks, dashes hyphens and quotation marks straight, one for one. */
export const alike = (text: string): string =>
  text
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')

const LONGEST_PLACE = 100

/** Says where in a report the reader is. */
export class Places {
  #page = 0
  #heading = ''

  nextPage(): void {
    this.#page = Math.max(1, this.#page) + 1
  }

  heading(text: string): void {
    this.#heading = alike(text).trim().slice(0, LONGEST_PLACE)
  }

  /** The page, where there are several, and the heading; a table by its caption. */
  place(caption: string | null = null): string {
    const within = caption === null ? this.#heading || 'beginning' : alike(caption).trim().slice(0, LONGEST_PLACE)
    return this.#page === 0 ? within : `page ${this.#page}, ${within}`
  }
}

/**
 * Of all tables, those that reach over several columns or rows once for each: each rule looks at all of them. A report of
 * 100 pages has some thousands.
 */
const MOST_CELLS = 50_000

/** Of what is read: each rule looks at all of it, and the person who sent it waits. A report of 100 pages has 300,000 characters. */
export const MOST_READ = 600_000
export const TOO_LONG = 'has more than 600,000 characters of text: no report has'

/** Thrown where there is more of something than in any report; its message says of what, to be read after the file’s name. */
export class MoreThanAnyReport extends Error {
  override readonly name = 'MoreThanAnyReport'
}

/** Counts the cells of a report's tables. */
export class CellCount {
  #count = 0

  /** Throws `MoreThanAnyReport`. */
  add(cells: number): void {
    this.#count += cells
    if (this.#count > MOST_CELLS) throw new MoreThanAnyReport('has more cells in its tables than any report')
  }
}
