import { FONT_FAMILY } from '../../../charts/chart.ts'
import type { Table } from '../../block.ts'
import { type Look, type NumberedBlock, type Written, headingOf } from '../../document.ts'
import { wordsParts } from '../../words.ts'
import { chartSvg } from '../charts.ts'
import { MOST_ROWS_KEPT_TOGETHER, columnWidths, keyFiguresTable, numberColumns } from '../printedTable.ts'

/** The typeface of a document's PDF. */
const TYPEFACE = 'Atkinson Hyperlegible Next'

/** The document as `document.typ` reads it. */
export const pdfData = ({ title, subtitle, issuer, subject, isLong, look, front, sections }: Written) => ({
  typeface: TYPEFACE,
  title,
  subtitle,
  issuer,
  subject,
  isLong,
  look: look ?? 'usual',
  front,
  sections: sections.map((section) => ({
    heading: headingOf(section),
    blocks: section.blocks.map((block) => blockData(block, look)),
  })),
})

function blockData(block: NumberedBlock, look: Look | undefined) {
  switch (block.kind) {
    case 'table':
      return tableData({ ...block, caption: `Table ${block.number}: ${block.caption}` }, look)
    case 'key_figures':
      return tableData({ ...keyFiguresTable(block.figures), caption: '', notes: [] }, look)
    case 'chart':
      return {
        kind: 'chart',
        caption: `Figure ${block.number}: ${block.title}`,
        description: block.description,
        svg: chartSvg(block).replaceAll(FONT_FAMILY, TYPEFACE),
      }
    case 'pictured': {
      const lines = block.lines.map(({ text, picture }) => ({
        text,
        svg: picture?.svg ?? null,
        alt: picture?.alt ?? null,
      }))
      return { ...block, lines }
    }
    case 'own_words':
      return { ...block, parts: block.text === null ? null : wordsParts(block.text) }
    default:
      return block
  }
}

/** The first cell of a row names the row; widths are shares of the page's. */
const tableData = (
  { caption, headings, rows, notes }: Pick<Table, 'caption' | 'headings' | 'rows' | 'notes'>,
  look: Look | undefined,
) => ({
  kind: 'table',
  caption,
  headings,
  isNumber: numberColumns(headings, rows),
  widths: columnWidths(headings, rows, look),
  staysOnOnePage: rows.length <= MOST_ROWS_KEPT_TOGETHER,
  rows: rows.map(({ heading, cells, isTotal }) => ({ cells: [heading, ...cells.map(({ text }) => text)], isTotal })),
  notes,
})
