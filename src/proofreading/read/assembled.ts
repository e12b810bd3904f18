import {
  CellCount,
  type Part,
  Places,
  type ReadCell,
  type ReadRow,
  type ReportText,
  type Span,
  alike,
} from '../domain/reportText.ts'
import { partsOf } from './lineParts.ts'
import { LONGEST_CAPTION, type Line } from './lines.ts'

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

/**
 * A report made of pieces, one a line. Paragraphs that nothing marks are what they look like, as lines of plain text are:
 * many who write in Word make a heading bold, and a table with tabs. Throws `MoreThanAnyReport`.
 */
export function assembled(pieces: readonly Piece[]): ReportText {
  const places = new Places()
  const found = { places, cells: new CellCount(), isBroken: false }
  demandFewCells(pieces, found.cells)
  const parts: Part[] = []
  let text = ''
  let paragraphs: Line[] = []
  const add = (words: string): Span => {
    const start = text.length
    text += words
    return { start, end: text.length }
  }
  const endParagraphs = () => {
    parts.push(...partsOf(text, paragraphs, found))
    paragraphs = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') {
      paragraphs.push({ text: piece.text, startsPage: false, ...add(piece.text) })
      add('\n')
      continue
    }
    endParagraphs()
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
  endParagraphs()
  return { text, parts }
}

function demandFewCells(pieces: readonly Piece[], cells: CellCount): void {
  for (const piece of pieces) {
    for (const row of piece.kind === 'table' ? piece.rows : []) {
      for (const { columns, rows } of row) cells.add(columns * rows)
    }
  }
}

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
