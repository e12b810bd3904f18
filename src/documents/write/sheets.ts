import type { OdsCell, OdsSheet } from '../../platform/ods.ts'
import { sheetName } from '../../platform/spreadsheet.ts'
import type { NumberedTable, Written } from '../document.ts'

/** What the marks in a table's cells mean. */
export interface Marker {
  mark: string
  means: string
}

/**
 * Every table of a document as sheets, after a cover, a list of contents and the notes: one table a sheet, its head in the
 * first row, so that programs read it. Numbers are numbers, and shown as they are printed.
 */
export function documentSheets(document: Written, markers: readonly Marker[]): OdsSheet[] {
  const taken = new Set(['cover', 'contents', 'notes'])
  const tables = document.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [{ section: title, table: block }] : [])),
  )
  const sheets = tables.map(({ section, table }) => {
    const name = sheetName(`Table ${table.number}`, taken)
    taken.add(name.toLowerCase())
    return { section, table, sheet: { name, heads: table.headings, rows: rowsOf(table) } }
  })
  return [
    {
      name: 'Cover',
      heads: [document.title, document.subtitle],
      rows: document.front.map(({ label, text }) => [label, text]),
    },
    {
      name: 'Contents',
      heads: ['Sheet', 'Table', 'Section'],
      rows: sheets.map(({ section, table, sheet }) => [sheet.name, table.caption, section]),
    },
    {
      name: 'Notes',
      heads: ['What it is about', 'Note'],
      rows: [
        ...markers.map(({ mark, means }) => [mark, means]),
        ...sheets.flatMap(({ table, sheet }) => table.notes.map((note) => [sheet.name, note])),
      ],
    },
    ...sheets.map(({ sheet }) => sheet),
  ]
}

const rowsOf = ({ rows }: NumberedTable): OdsCell[][] =>
  rows.map((row) => [row.heading, ...row.cells.map(({ text, isNumber }) => (isNumber ? numberIn(text) : text))])

/** `1,234`, `−3`, `97.9%` as numbers; anything else, as `c`, `–` or `3 of 4`, as it is. */
function numberIn(text: string): OdsCell {
  const [, sign = '', digits, percent = ''] = /^([+−-]?)(\d[\d,]*(?:\.\d+)?)(%?)$/.exec(text) ?? []
  if (digits === undefined) return text
  const size = Number(digits.replaceAll(',', ''))
  const value = sign === '' || sign === '+' ? size : -size
  return percent === '' ? { text, value } : { text, value: value / 100, decimals: digits.split('.')[1]?.length ?? 0 }
}
