import { SaxesParser } from 'saxes'
import { visibleText } from '../../../kernel/visibleText.ts'
import { grouped } from '../../../kernel/words.ts'
import type { FileReport } from '../../../platform/reading/problems.ts'
import type { SourceFile } from '../../../platform/reading/sourceFile.ts'
import { CLOSING_BRACKET, TOO_LONG, piecesOf } from '../../../platform/reading/text.ts'
import { LONGEST_ASIDE, XmlAsides } from '../../../platform/reading/xmlAsides.ts'
import { columnNamed } from '../tables.ts'
import { type TableReceiver, LONGEST_CELL } from './rows.ts'
import { type Group, TableRows } from './xmlTables.ts'

const ROOT = 'EXPSSDA903'
const DEEPEST = 10
/** An element has as many values as its table has columns, a child's header those of four tables. */
const MOST_VALUES = 200
/** All of one child: the longest history in care has some hundred. */
const MOST_ELEMENTS_OF_CHILD = 10_000

/**
 * Reads the return's XML and hands the rows of its tables over, a child at a time. An element's values go to the table
 * that has such columns: one inside the header makes a row of its own (a review), the header's own values make a row of
 * each table they belong to (AD1, OC3). What makes it no return goes to the `report`.
 */
export async function readXml(
  file: SourceFile,
  receive: TableReceiver,
  report: FileReport,
  onBytes: (count: number) => void,
): Promise<void> {
  const rows = new TableRows(receive, report)
  const parser = parserInto(rows, report)
  const asides = new XmlAsides()
  for await (const piece of piecesOf(file, CLOSING_BRACKET, report, onBytes)) {
    const row = piece.linesBefore + 1
    if (piece.isTooLong) report.giveUp(TOO_LONG, { row })
    else if (!asides.areShort(piece.text)) {
      report.giveUp(`has a comment of more than ${grouped(LONGEST_ASIDE)} characters: no return has`, { row })
    } else parser.write(piece.text)
    if (report.isGivenUp || rows.isGivenUp) return
  }
  if (!report.isGivenUp) parser.close()
}

function parserInto(rows: TableRows, report: FileReport): SaxesParser {
  const parser = new SaxesParser({ position: true })
  const open: { name: string; text: string; group: Group | null }[] = []
  const giveUp = (reason: string) => {
    report.giveUp(reason, { row: parser.line })
  }
  parser.on('error', (error) => {
    giveUp(`is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`)
  })
  parser.on('doctype', () => {
    giveUp('has a document type or entities of its own (DOCTYPE): a return has none')
  })
  parser.on('opentag', ({ name }) => {
    if (report.isGivenUp) return
    if (open.length === 0 && name.toUpperCase() !== ROOT)
      giveUp(`is no SSDA903 return: it starts with <${name}>, not <${ROOT}>`)
    if (open.length > DEEPEST) giveUp('has elements within elements deeper than any return')
    const parent = open.at(-1)
    if (parent) parent.group ??= new Map()
    open.push({ name: columnNamed(name), text: '', group: null })
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (!element || report.isGivenUp) return
    element.text += text
    if (element.text.length > LONGEST_CELL && element.group === null)
      giveUp(`<${element.name}> is longer than ${LONGEST_CELL} characters`)
    if (element.group !== null) element.text = element.text.trim()
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    const parent = open.at(-1)
    if (!element || report.isGivenUp) return
    if (element.group === null) {
      if (parent?.group?.has(element.name)) giveUp(`has <${element.name}> twice in one <${parent.name}>`)
      // A character may be written as its number, which is no text until now.
      parent?.group?.set(element.name, visibleText(element.text).trim())
      if ((parent?.group?.size ?? 0) > MOST_VALUES)
        giveUp(`has more than ${MOST_VALUES} values in one <${parent?.name ?? ''}>`)
    } else if (element.text.trim() !== '') {
      giveUp(`has text beside the elements of <${element.name}>`)
    } else if (open.length === 1 && element.name === 'CHILD') {
      rows.endChild(element.group)
    } else if (element.name === 'HEADER') {
      for (const [name, value] of element.group) parent?.group?.set(name, value)
    } else if (open.length > 1) {
      rows.add(element.group)
      if (rows.countOfChild > MOST_ELEMENTS_OF_CHILD)
        giveUp(`has more than ${MOST_ELEMENTS_OF_CHILD.toLocaleString('en-GB')} elements in one <CHILD>: no child has`)
    }
  })
  return parser
}
