import { HeadingLevel, Paragraph, type Table, type TableOfContents, TextRun } from 'docx'
import type { KeyFigure, OwnWords } from '../../block.ts'
import type { Look, NumberedBlock } from '../../document.ts'
import { wordsParts } from '../../words.ts'
import { keyFiguresTable } from '../printedTable.ts'
import { chartRun } from './chart.ts'
import { type DrawnPictures, picturedParagraphs } from './picture.ts'
import { boldRun } from './run.ts'
import { BULLETS } from './styles.ts'
import { wordTable } from './table.ts'

/** What a section of a Word document holds. */
export type Body = Paragraph | Table | TableOfContents

/** A block as Word's own parts. */
export function blockBody(block: NumberedBlock, drawn: DrawnPictures, look: Look | undefined): Body[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })]
    case 'paragraph':
      return [text(block.text)]
    case 'list':
      return block.items.map(bullet)
    case 'pictured':
      return picturedParagraphs(block, drawn)
    case 'terms':
      return [...(block.heading === null ? [] : [smallHeading(block.heading)]), ...block.terms.map(term)]
    case 'key_figures':
      return keyFigures(block.figures, look)
    case 'table':
      return [
        styled('Caption', `Table ${block.number}: ${block.caption}`),
        wordTable(block.headings, block.rows, look),
        ...(block.notes.length === 0 ? [styled('Note', '')] : block.notes.map((note) => styled('Note', note))),
      ]
    case 'chart':
      return [
        styled('Caption', `Figure ${block.number}: ${block.title}`),
        new Paragraph({}).addRunToFront(chartRun(block)),
      ]
    case 'own_words':
      return ownWords(block)
  }
}

const text = (words: string): Paragraph => new Paragraph({ children: [new TextRun(words)] })
const styled = (style: string, words: string): Paragraph => new Paragraph({ style, children: [new TextRun(words)] })
const smallHeading = (words: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun(words)] })
const bullet = (words: string): Paragraph =>
  new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: [new TextRun(words)] })

const term = (item: { term: string; text: string }): Paragraph =>
  new Paragraph({
    style: 'Term',
    children: [boldRun(`${item.term}. `), new TextRun(item.text)],
  })

function keyFigures(figures: readonly KeyFigure[], look: Look | undefined): Body[] {
  const { headings, rows } = keyFiguresTable(figures)
  return [wordTable(headings, rows, look), styled('Note', '')]
}

function ownWords(block: OwnWords): Body[] {
  if (block.text === null) {
    return [
      new Paragraph({
        style: 'Prompt',
        children: [boldRun(`To be written by ${block.writer}. `), new TextRun(block.prompt)],
      }),
    ]
  }
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`From ${block.writer}`)] }),
    ...wordsParts(block.text).flatMap((part) => (part.kind === 'list' ? part.items.map(bullet) : [text(part.text)])),
  ]
}
