import type { Cell } from '../../src/documents/block.ts'
import type { NumberedBlock, NumberedTable } from '../../src/documents/document.ts'
import type { Report } from '../../src/reporting/domain/report.ts'

export const blocksOf = (report: Report): NumberedBlock[] => report.sections.flatMap((section) => section.blocks)

export const tablesOf = (report: Report): NumberedTable[] =>
  blocksOf(report).flatMap((block) => (block.kind === 'table' ? [block] : []))

/** Every number that stands in a table or among the key figures, with the caption of where. */
export function cellsOf(report: Report): { where: string; cell: Cell }[] {
  const tables = tablesOf(report).flatMap(({ caption, rows }) =>
    rows.flatMap((row) => row.cells.map((cell) => ({ where: `${caption}: ${row.heading}`, cell }))),
  )
  const key = blocksOf(report).flatMap((block) =>
    block.kind === 'key_figures'
      ? block.figures.map((figure) => ({ where: `key figures: ${figure.label}`, cell: figure.value }))
      : [],
  )
  return [...key, ...tables]
}

/** Every sentence of the report's own text, without headings, captions, definitions and the service's words. */
export function textsOf(report: Report): string[] {
  return blocksOf(report).flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text]
      case 'list':
        return block.items
      case 'key_figures':
        return block.figures.flatMap((figure) => [figure.parts, figure.comparison])
      case 'chart':
        return [block.description]
      default:
        return []
    }
  })
}
