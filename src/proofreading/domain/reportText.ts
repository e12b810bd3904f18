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

/** What a reader of files makes parts of, before they have places. */
export type Piece =
  | { kind: 'heading' | 'paragraph' | 'item'; text: string }
  | { kind: 'table'; caption: string | null; rows: readonly (readonly PieceCell[])[] }
  | { kind: 'page' }

/** A cell, and over how many columns and rows it reaches. */
export interface PieceCell {
  text: string
  columns: number
  rows: number
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

/** A report made of pieces, one a line. Throws `MoreThanAnyReport`. */
export function assembled(pieces: readonly Piece[]): ReportText {
  const places = new Places()
  demandFewCells(pieces)
  const parts: Part[] = []
  let text = ''
  const add = (words: string): Span => {
    const start = text.length
    text += words
    return { start, end: text.length }
  }
  for (const piece of pieces) {
    if (piece.kind === 'page') {
      places.nextPage()
    } else if (piece.kind === 'table') {
      const caption = piece.caption ?? captionIn(parts.at(-1))
      if (piece.caption !== null) {
        const span = add(piece.caption)
        parts.push({ kind: 'paragraph', text: alike(piece.caption), place: places.place(), ...span })
        add('\n')
      }
      const rows = rowsOf(piece.rows, add)
      const [first] = rows
      const last = rows.at(-1)
      if (first === undefined || last === undefined) continue
      parts.push({ kind: 'table', caption, rows, place: places.place(caption), start: first.start, end: last.end })
      add('\n')
    } else {
      if (piece.kind === 'heading') places.heading(piece.text)
      const span = add(piece.text)
      parts.push({ kind: piece.kind, text: alike(piece.text), place: places.place(), ...span })
      add('\n')
    }
  }
  return { text, parts }
}

function demandFewCells(pieces: readonly Piece[]): void {
  const cells = new CellCount()
  for (const piece of pieces) {
    for (const row of piece.kind === 'table' ? piece.rows : []) {
      for (const { columns, rows } of row) cells.add(columns * rows)
    }
  }
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

const LONGEST_CAPTION = 160

/** The paragraph above a table, where it names the table. */
const captionIn = (part: Part | undefined): string | null =>
  part && part.kind !== 'table' && part.text.length <= LONGEST_CAPTION && !/[.;]$/.test(part.text.trim())
    ? part.text
    : null

function rowsOf(rows: readonly (readonly PieceCell[])[], add: (words: string) => Span): ReadRow[] {
  const reaching = new Map<number, { cell: ReadCell; rows: number }>()
  return rows.map((row, index) => {
    if (index > 0) add('\n')
    const cells: ReadCell[] = []
    const fromAbove = () => {
      for (let above = reaching.get(cells.length); above; above = reaching.get(cells.length)) {
        if (--above.rows === 0) reaching.delete(cells.length)
        cells.push(above.cell)
      }
    }
    const spans: Span[] = []
    for (const { text, columns, rows } of row) {
      fromAbove()
      if (spans.length > 0) add('\t')
      const span = add(text)
      spans.push(span)
      const cell = { text: alike(text).trim(), ...span }
      for (let at = 0; at < columns; at++) {
        if (rows > 1) reaching.set(cells.length, { cell, rows: rows - 1 })
        cells.push(cell)
      }
    }
    fromAbove()
    const [first = add('')] = spans
    return { cells, start: first.start, end: spans.at(-1)?.end ?? first.end }
  })
}
