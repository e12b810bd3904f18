import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Cell, Row } from '../../block.ts'
import { boldRun } from './run.ts'

/** The width of the text on the page, in twentieths of a point, as all widths here. */
const TEXT_WIDTH = 9306
const CHARACTER_WIDTH = 112
const CELL_PADDING = 190
/** A column of words is worth this many characters, however much stands in it: it breaks into lines. */
const MOST_CHARACTERS = 30

/** A table of no more rows stays on one page. */
const MOST_ROWS_KEPT_TOGETHER = 16

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const

/** A table whose first column names the rows, with a header row that repeats on each page. */
export function wordTable(headings: readonly string[], rows: readonly Row[]): Table {
  const widths = columnWidths(headings, rows)
  const isNumber = headings.map((_, index) => index > 0 && rows[0]?.cells[index - 1]?.isNumber === true)
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headings.map((text, index) =>
      cell({
        text,
        width: widths[index] ?? 0,
        isBold: true,
        isRight: isNumber[index] ?? false,
        staysWithNext: true,
        fill: 'EDF1F5',
      }),
    ),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: NONE, bottom: THIN, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: THIN },
    rows: [
      header,
      ...rows.map((row, index) =>
        tableRow(row, widths, rows.length <= MOST_ROWS_KEPT_TOGETHER && index < rows.length - 1),
      ),
    ],
  })
}

function tableRow(row: Row, widths: readonly number[], staysWithNext: boolean): TableRow {
  const cells: Pick<Cell, 'text' | 'isNumber'>[] = [{ text: row.heading, isNumber: false }, ...row.cells]
  return new TableRow({
    cantSplit: true,
    children: cells.map(({ text, isNumber }, index) =>
      cell({ text, width: widths[index] ?? 0, isBold: row.isTotal, isRight: isNumber, staysWithNext }),
    ),
  })
}

interface CellLook {
  text: string
  width: number
  isBold: boolean
  isRight: boolean
  staysWithNext: boolean
  fill?: string
}

function cell(of: CellLook): TableCell {
  return new TableCell({
    width: { size: of.width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
    ...(of.fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: of.fill } }),
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext: of.staysWithNext,
        alignment: of.isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [of.isBold ? boldRun(of.text) : new TextRun(of.text)],
      }),
    ],
  })
}

/** Columns of numbers as wide as what stands in them; the rest shared by the columns of words, by what they hold. */
function columnWidths(headings: readonly string[], rows: readonly Row[]): number[] {
  const texts = headings.map((_, index) =>
    rows.map((row) => (index === 0 ? row.heading : (row.cells[index - 1]?.text ?? ''))),
  )
  const isNumber = headings.map((_, index) => index > 0 && rows[0]?.cells[index - 1]?.isNumber === true)
  const natural = headings.map((heading, index) => {
    const longest = Math.max(...heading.split(' ').map((word) => word.length), ...(texts[index] ?? []).map(lengthOf))
    return Math.min(longest, MOST_CHARACTERS) * CHARACTER_WIDTH + CELL_PADDING
  })
  const numbers = sum(natural.filter((_, index) => isNumber[index]))
  const words = sum(natural.filter((_, index) => !isNumber[index]))
  const scale = (TEXT_WIDTH - numbers) / words
  return natural.map((width, index) => Math.round(isNumber[index] ? width : width * scale))
}

const lengthOf = (text: string): number => text.length
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
