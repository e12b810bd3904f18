/**
 * The user guide, read from its Markdown: headings of the second level, paragraphs, lists, tables, and within a line
 * bold, italics and links. It is written to these marks.
 */

/** A piece of a line. */
export interface Piece {
  text: string
  isBold: boolean
  /** The section that it leads to; null for none. Links out of the guide are shown as text. */
  section: string | null
}

export type GuideBlock =
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; items: Piece[][] }
  | { kind: 'table'; headings: Piece[][]; rows: Piece[][][] }

export interface GuideSection {
  /** As links of the guide name it: `my-work`. */
  id: string
  title: string
  blocks: GuideBlock[]
}

/** A role that the guide helps, with what concerns it. */
export interface GuideRole {
  /** `iro`. */
  id: string
  /** `an IRO`. */
  words: string
  /** What someone of this role wants to do: `know what is due for whom`. */
  wants: string
  /** The sections that concern it, in the guide's order. */
  sections: GuideSection[]
}

export interface Guide {
  sections: GuideSection[]
  roles: GuideRole[]
}

/** Names as GitHub makes them of headings. */
const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')

/** Reads the guide. The rows of its first table name the roles. */
export function readGuide(markdown: string): Guide {
  const [opening = '', ...texts] = markdown.split(/^## /m)
  const sections = texts.map((text) => {
    const [title = '', ...lines] = text.split('\n')
    return { id: idOf(title.trim()), title: title.trim(), blocks: blocksOf(lines.join('\n')) }
  })
  const roles = rowsOf(opening)
    .slice(1)
    .map(([words = '', start = '', wants = '']) => {
      const named = new Set([...`${start} ${wants}`.matchAll(/\(#([a-z0-9-]+)\)/g)].map(([, id]) => id))
      return {
        id: idOf(words.replace(/^an? /, '')),
        words,
        wants: piecesOf(wants)
          .map(({ text }) => text)
          .join(''),
        sections: sections.filter(({ id }) => id === 'signing-in' || named.has(id)),
      }
    })
  return { sections, roles }
}

/** The rows of the first table, its headings first, without the line of dashes. */
function rowsOf(text: string): string[][] {
  const block = text.split(/\n\s*\n/).find((one) => one.trim().startsWith('|')) ?? ''
  return block
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replaceAll(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !cells.every((cell) => /^-+$/.test(cell)))
}

function blocksOf(text: string): GuideBlock[] {
  return text
    .split(/\n\s*\n|\n(?=\* )/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .reduce<GuideBlock[]>((blocks, block) => {
      const last = blocks.at(-1)
      if (block.startsWith('|')) {
        const [headings = [], ...rows] = rowsOf(block).map((cells) => cells.map(piecesOf))
        blocks.push({ kind: 'table', headings, rows })
      } else if (!block.startsWith('* ')) blocks.push({ kind: 'paragraph', pieces: piecesOf(block) })
      else if (last?.kind === 'list') last.items.push(piecesOf(block.slice(2)))
      else blocks.push({ kind: 'list', items: [piecesOf(block.slice(2))] })
      return blocks
    }, [])
}

/** A line in pieces. Italics are shown as they are: they only set names of buttons and lists apart. */
function piecesOf(text: string): Piece[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(\*\*.+?\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, label, target] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece) ?? []
      const bold = /^\*\*(.+)\*\*$/.exec(piece)?.[1]
      return {
        text: withoutMarks(label ?? bold ?? piece),
        isBold: bold !== undefined,
        section: target?.startsWith('#') ? target.slice(1) : null,
      }
    })
}

const withoutMarks = (text: string): string => text.replaceAll(/\*([^*]+)\*/g, '“$1”').replaceAll('`', '')
