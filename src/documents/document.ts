import type { PlainDate } from '../kernel/dates.ts'
import type { Block, ChartBlock, Table } from './block.ts'

export type NumberedTable = Table & { number: number }
/** The id is unique in the document. */
export type NumberedChart = ChartBlock & { number: number; id: string }

/** A block with its number, where it has one: tables and charts count through the whole document. */
export type NumberedBlock = Exclude<Block, Table | ChartBlock> | NumberedTable | NumberedChart

/** A section before its tables and charts are numbered. */
export interface WrittenSection {
  /** Unique in the document: letters, digits and underscores. */
  id: string
  /** `3`, `A`; empty where sections are not numbered. */
  number: string
  title: string
  blocks: readonly Block[]
}

export interface NumberedSection extends Omit<WrittenSection, 'blocks'> {
  blocks: readonly NumberedBlock[]
}

/** How large and how far apart words stand: large print at 18 points, easy read at 16 with wide spaces. */
export type Look = 'large_print' | 'easy_read'

/** A document, written and numbered, ready for any format. */
export interface Written {
  title: string
  subtitle: string
  /** Who gives it out: the authority's name. */
  issuer: string
  /** What it is about, for those who find the file: `Borough of Example, 2022-23`. */
  subject: string
  /** The facts at its head: `Period` to `1 April 2022 to 31 March 2023`. */
  front: readonly { label: string; text: string }[]
  sections: readonly NumberedSection[]
  /** A line at its end, where the format has no place for it on each page. */
  closing: string
  /** Whether it has a title page and a list of contents; a letter has neither. */
  isLong: boolean
  /** The language of its words, where it is not English. */
  language?: { code: string; isRightToLeft: boolean }
  /** Left out for a document of the usual size. */
  look?: Look
  /** The day that the file gives as its own. */
  madeOn: PlainDate
}

/** The sections with their tables and charts counted through. */
export function numberedSections(sections: readonly WrittenSection[]): NumberedSection[] {
  const count = { tables: 0, charts: 0 }
  return sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => numbered(block, count)) }))
}

function numbered(block: Block, count: { tables: number; charts: number }): NumberedBlock {
  if (block.kind === 'table') return { ...block, number: ++count.tables }
  if (block.kind !== 'chart') return block
  count.charts++
  return { ...block, number: count.charts, id: `figure-${count.charts}` }
}

/** A section's heading with its number. */
export const headingOf = ({ number, title }: Pick<WrittenSection, 'number' | 'title'>): string =>
  number === '' ? title : `${number}. ${title}`
