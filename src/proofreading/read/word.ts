import type { FileReport } from '../../platform/reading/problems.ts'
import type { SourceFile } from '../../platform/reading/sourceFile.ts'
import { WorkbookFault, attributeNamed, readPart } from '../../platform/reading/workbookXml.ts'
import { type ZipRules, zippedFiles } from '../../platform/reading/zip.ts'
import { MOST_READ, MoreThanAnyReport, type ReportText, TOO_LONG } from '../domain/reportText.ts'
import { type Piece, type PieceCell, assembled } from './assembled.ts'
import { LINE_BREAK, paragraphsIn } from './lineBreaks.ts'

const DOCUMENT = 'word/document.xml'
/** Of the text of a report, with Word's marks around each word: 100 pages have 5 MB. */
const MOST_BYTES = 25_000_000

const rules: ZipRules = {
  whyRefused: ({ name, unpacked }) => (name === DOCUMENT && unpacked > MOST_BYTES ? 'is longer than any report' : null),
  isOfInterest: (name) => name === DOCUMENT,
}

/** A report in Word, as its reader sees it; null, and the reason in `report`, where it can't be read. */
export async function word(bytes: Buffer, report: FileReport): Promise<ReportText | null> {
  const { files, close } = await zippedFiles(bytes, report, rules)
  try {
    const [file] = files
    if (file) return assembled(await piecesIn(file))
    if (report.errorCount === 0) report.giveUp('is no Word document: save it as .docx, HTML or plain text')
    return null
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error
    report.giveUp('can’t be read as a Word document: save it again as .docx, or as HTML or plain text')
    return null
  } finally {
    close()
  }
}

interface OpenTable {
  rows: PieceCell[][]
  cell: PieceCell | null
}

async function piecesIn(file: SourceFile): Promise<Piece[]> {
  const pieces: Piece[] = []
  const tables: OpenTable[] = []
  /** Paragraphs that are open: one in a text box stands within another. */
  const open: { kind: 'heading' | 'paragraph' | 'item'; text: string; turnsPage: boolean }[] = []
  let isText = false
  let unseen = 0
  let characters = 0
  const count = (more: number) => {
    characters += more
    if (characters > MOST_READ) throw new MoreThanAnyReport(TOO_LONG)
  }
  await readPart(file, {
    open: (name, attributes) => {
      if (name === 'br' || name === 'p' || name === 'tc') count(1)
      // What is shown to programs that don't know a drawing says the same as the drawing.
      if (name === 'Fallback' || unseen > 0) unseen += name === 'Fallback' ? 1 : 0
      else if (name === 'tbl') tables.push({ rows: [], cell: null })
      else if (name === 'tr') tables.at(-1)?.rows.push([])
      else if (name === 'tc') openCell(tables.at(-1))
      else if (name === 'gridSpan') widen(tables.at(-1)?.cell, attributeNamed(attributes, 'val'))
      else if (name === 'p') open.push({ kind: 'paragraph', text: '', turnsPage: false })
      else paragraphSays(open.at(-1), name, attributes)
      if (name === 't') isText = unseen === 0
    },
    text: (text) => {
      const paragraph = open.at(-1)
      if (!isText || !paragraph) return
      count(text.length)
      paragraph.text += text
    },
    close: (name) => {
      if (name === 'Fallback') unseen--
      else if (unseen > 0) return
      else if (name === 't') isText = false
      else if (name === 'p') endParagraph(open.pop(), tables.at(-1)?.cell, pieces)
      else if (name === 'tc') {
        const table = tables.at(-1)
        if (table) table.cell = null
      } else if (name === 'tbl') endTable(tables, pieces)
    },
  })
  return pieces
}

function openCell(table: OpenTable | undefined): void {
  if (!table) return
  table.cell = { text: '', columns: 1, rows: 1 }
  table.rows.at(-1)?.push(table.cell)
}

const MOST_COLUMNS = 200

function widen(cell: PieceCell | null | undefined, columns: string | undefined): void {
  if (cell) cell.columns = Math.min(Math.max(1, Number(columns) || 1), MOST_COLUMNS)
}

function paragraphSays(
  paragraph: { kind: 'heading' | 'paragraph' | 'item'; text: string; turnsPage: boolean } | undefined,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  if (!paragraph) return
  if (name === 'pStyle' && /^(?:heading|title)/i.test(attributeNamed(attributes, 'val') ?? ''))
    paragraph.kind = 'heading'
  else if (name === 'numPr' && paragraph.kind === 'paragraph') paragraph.kind = 'item'
  else if (name === 'tab' && attributeNamed(attributes, 'val') === undefined) paragraph.text += '\t'
  else if (name === 'noBreakHyphen') paragraph.text += '‑'
  else if (name === 'lastRenderedPageBreak') paragraph.turnsPage = true
  else if (name === 'br' || name === 'cr') {
    if (attributeNamed(attributes, 'type') === 'page') paragraph.turnsPage = true
    else paragraph.text += LINE_BREAK
  }
}

function endParagraph(
  paragraph: { kind: 'heading' | 'paragraph' | 'item'; text: string; turnsPage: boolean } | undefined,
  cell: PieceCell | null | undefined,
  pieces: Piece[],
): void {
  if (!paragraph) return
  const paragraphs = paragraphsIn(paragraph.text)
  if (cell) {
    const text = paragraphs.join('\n')
    if (text !== '') cell.text += cell.text === '' ? text : `\n${text}`
    return
  }
  if (paragraph.turnsPage) pieces.push({ kind: 'page' })
  for (const text of paragraphs) pieces.push({ kind: paragraph.kind, text })
}

function endTable(tables: OpenTable[], pieces: Piece[]): void {
  const table = tables.pop()
  const rows = table?.rows.filter((row) => row.length > 0) ?? []
  const outer = tables.at(-1)
  if (outer?.cell)
    outer.cell.text += rows
      .flat()
      .map(({ text }) => text)
      .join(' ')
  else if (rows.length > 0) pieces.push({ kind: 'table', caption: null, rows })
}
