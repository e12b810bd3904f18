import type { KeyFigure, Table } from '../block.ts'
import { type NumberedBlock, type NumberedChart, type Written, headingOf } from '../document.ts'
import { wordsParts } from '../words.ts'
import { keyFiguresTable } from './printedTable.ts'
import { chartTable } from './charts.ts'

/** The document as plain text: a paragraph a line, an empty line between them, and no marks but those of lists. */
export function documentText(written: Written): string {
  const { title, subtitle, issuer, front, sections, closing } = written
  const parts = [
    title,
    subtitle,
    lines(front.map(({ label, text }) => `${label}: ${text}`)),
    ...sections.flatMap((section) => [underlined(headingOf(section)), ...section.blocks.flatMap(blockText)]),
    `${title}, ${issuer}. ${closing}`.trim(),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const lines = (all: readonly string[]): string => all.join('\n')
const underlined = (heading: string): string => `${heading}\n${'='.repeat(heading.length)}`
const bullets = (items: readonly string[]): string => lines(items.map((item) => `- ${item}`))

function blockText(block: NumberedBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.text}\n${'-'.repeat(block.text.length)}`]
    case 'paragraph':
      return [block.text]
    case 'pictured':
      return block.lines.map(({ text }) => text)
    case 'list':
      return [bullets(block.items)]
    case 'terms':
      return [block.heading ?? '', ...block.terms.map(({ term, text }) => `${term}: ${text}`)]
    case 'key_figures':
      return [keyFigures(block.figures)]
    case 'table':
      return [lines([`Table ${block.number}: ${block.caption}`, ...rows(block)]), ...block.notes]
    case 'chart':
      return [chart(block)]
    case 'own_words':
      return block.text === null
        ? [`[To be written by ${block.writer}. ${block.prompt}]`]
        : wordsParts(block.text).map((part) => (part.kind === 'list' ? bullets(part.items) : part.text))
  }
}

/** A row a line, each number with its heading: no column has to be found by eye or by a screen reader. */
const rows = ({ headings, rows: all }: Pick<Table, 'headings' | 'rows'>): string[] =>
  all.map(({ heading, cells }) =>
    rowText(
      heading,
      headings,
      cells.map(({ text }) => text),
    ),
  )

const rowText = (heading: string, headings: readonly string[], cells: readonly string[]): string =>
  `- ${heading}: ${cells.map((cell, index) => `${headings[index + 1] ?? ''} ${cell}`).join('; ')}`

const keyFigures = (figures: readonly KeyFigure[]): string => lines(rows(keyFiguresTable(figures)))

function chart(block: NumberedChart): string {
  const { columns, rows: all } = chartTable(block)
  return lines([
    `Figure ${block.number}: ${block.title}. ${block.description}`,
    ...all.map(([heading = '', ...cells]) => rowText(heading, columns, cells)),
  ])
}
