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
import type { Look } from '../../document.ts'
import { MOST_ROWS_KEPT_TOGETHER, TEXT_WIDTH, columnWidths, numberColumns } from '../printedTable.ts'
import { unbrokenBoldRun } from './run.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const

/** A table whose first column names the rows, with a header row that repeats on each page. */
export function wordTable(headings: readonly string[], rows: readonly Row[], look: Look | undefined): Table {
  const widths = columnWidths(headings, rows, look)
  const isNumber = numberColumns(headings, rows)
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
        children: [of.isBold ? unbrokenBoldRun(of.text) : new TextRun(of.text)],
      }),
    ],
  })
}
