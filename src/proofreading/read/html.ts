import { MoreThanAnyReport, type ReportText } from '../domain/reportText.ts'
import { type Piece, type PieceCell, assembled } from './assembled.ts'
import { htmlTokens } from './htmlTokens.ts'
import { LINE_BREAK, paragraphsIn } from './lineBreaks.ts'

const BLOCKS = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr html legend li main nav ol p pre section summary ul'.split(
    ' ',
  ),
)
const HEADINGS = /^h[1-6]$/
const UNSEEN = new Set(
  'head script style svg noscript template iframe textarea title object audio video select button'.split(' '),
)
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const MOST_COLUMNS = 200
/** Tables within tables lay out a page, and no page so many. */
const DEEPEST_TABLE = 20

interface OpenTable {
  caption: string
  rows: PieceCell[][]
  cell: PieceCell | null
  isInCaption: boolean
}

/** A report in HTML, as its reader sees it. Throws `MoreThanAnyReport`. */
export function html(source: string): ReportText {
  const reader = new HtmlReader()
  for (const token of htmlTokens(source)) {
    if (token.kind === 'text') reader.text(token.text)
    else if (token.kind === 'open') reader.open(token.name, token.attributes)
    else reader.close(token.name)
  }
  return assembled(reader.done())
}

class HtmlReader {
  readonly #pieces: Piece[] = []
  readonly #tables: OpenTable[] = []
  /** The element that is not seen, and how many of its name are open in it. */
  #unseen: { name: string; depth: number } | null = null
  #words = ''
  #kind: 'heading' | 'paragraph' | 'item' = 'paragraph'

  text(text: string): void {
    if (this.#unseen) return
    const table = this.#tables.at(-1)
    if (table?.cell) table.cell.text += text
    else if (table?.isInCaption) table.caption += text
    else if (!table) this.#words += text
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#unseen) {
      if (name === this.#unseen.name) this.#unseen.depth++
      return
    }
    if (UNSEEN.has(name) || attributes.has('hidden') || /display:\s*none/i.test(attributes.get('style') ?? '')) {
      if (!VOID.has(name)) this.#unseen = { name, depth: 1 }
      return
    }
    const table = this.#tables.at(-1)
    if (name === 'table') {
      this.#endWords()
      if (this.#tables.length === DEEPEST_TABLE)
        throw new MoreThanAnyReport('has tables within tables deeper than any report')
      this.#tables.push({ caption: '', rows: [], cell: null, isInCaption: false })
    } else if (table) this.#openInTable(table, name, attributes)
    else if (HEADINGS.test(name)) this.#begin('heading')
    else if (name === 'li') this.#begin('item')
    else if (name === 'br') this.#words += LINE_BREAK
    else if (BLOCKS.has(name) && !(name === 'p' && this.#kind === 'item')) this.#begin('paragraph')
  }

  #openInTable(table: OpenTable, name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'caption') table.isInCaption = true
    else if (name === 'tr') {
      table.rows.push([])
      table.cell = null
    } else if (name === 'td' || name === 'th') {
      if (table.rows.length === 0) table.rows.push([])
      table.cell = { text: '', columns: reach(attributes.get('colspan')), rows: reach(attributes.get('rowspan')) }
      table.rows.at(-1)?.push(table.cell)
    } else if (table.cell && (name === 'br' || BLOCKS.has(name))) table.cell.text += ' '
  }

  close(name: string): void {
    if (this.#unseen) {
      if (name === this.#unseen.name && --this.#unseen.depth === 0) this.#unseen = null
      return
    }
    const table = this.#tables.at(-1)
    if (name === 'table') this.#endTable()
    else if (table) {
      if (name === 'caption') table.isInCaption = false
      else if (name === 'td' || name === 'th' || name === 'tr') table.cell = null
    } else if (HEADINGS.test(name) || BLOCKS.has(name)) this.#endWords()
  }

  done(): Piece[] {
    while (this.#tables.length > 0) this.#endTable()
    this.#endWords()
    return this.#pieces
  }

  #begin(kind: 'heading' | 'paragraph' | 'item'): void {
    this.#endWords()
    this.#kind = kind
  }

  #endWords(): void {
    for (const text of paragraphsIn(seen(this.#words))) this.#pieces.push({ kind: this.#kind, text })
    this.#words = ''
    this.#kind = 'paragraph'
  }

  #endTable(): void {
    const table = this.#tables.pop()
    if (!table) return
    const rows = table.rows
      .filter((row) => row.length > 0)
      .map((row) => row.map((cell) => ({ ...cell, text: seen(cell.text) })))
    // A table in a cell is a table of its own: what is left of the outer one lays out the page.
    if (rows.some((row) => row.some(({ text }) => text !== '')))
      this.#pieces.push({ kind: 'table', caption: seen(table.caption) || null, rows })
  }
}

const seen = (text: string): string => text.replaceAll(/[ \t\n\r\f]+/g, ' ').trim()

const reach = (text: string | undefined): number =>
  Math.min(Math.max(1, Number.parseInt(text ?? '1', 10) || 1), MOST_COLUMNS)
