import { type CellCount, type Part, type Passage, type Places, alike } from '../domain/reportText.ts'
import { COUNTED, ITEM, LONGEST_CAPTION, type Line, SHORTEST_BROKEN_LINE, isEmpty, isHeading } from './lines.ts'
import { type FoundTable, tableFinder } from './textTables.ts'

/** What is known of a report before its lines are made parts, and counted while they are. */
interface Found {
  places: Places
  cells: CellCount
  /** Whether paragraphs go on in the next line. */
  isBroken: boolean
}

/**
 * Parts that lines of a text are by their looks: tables by tabs, bars or blanks, headings, items and paragraphs. `isMarked`
 * says of a line that it is a heading. Throws `MoreThanAnyReport`.
 */
export function partsOf(
  text: string,
  lines: readonly Line[],
  { places, cells, isBroken }: Found,
  isMarked: (line: number) => boolean = () => false,
): Part[] {
  const tableAt = tableFinder(lines)
  const parts: Part[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (!line) break
    if (line.startsPage) places.nextPage()
    const big = lastOfNumber(lines, at)
    if (isEmpty(line) || (isPageNumber(line) && big === at) || isUnderline(line)) {
      at++
      continue
    }
    const table = tableAt(at)
    if (table) {
      for (const row of table.rows) cells.add(row.cells.length)
      parts.push(tablePart(table, captionAbove(lines, at), places))
      at = table.to
      continue
    }
    const isHead = big === at && (isMarked(at) || isUnderlined(line, lines[at + 1]))
    const last = isBroken && !isHead && big === at ? lastOfParagraph(lines, at, tableAt) : big
    const isCounted =
      last === at &&
      COUNTED.test(line.text) &&
      [lines[at - 1], lines[at + 1]].some((one) => one && COUNTED.test(one.text))
    const part = passage(text, line, lines[last] ?? line, isHead || (last === at && looksLikeHeading(line)), places)
    parts.push(isCounted ? { ...part, kind: 'item' } : part)
    at = last + 1
  }
  return parts
}

/** A line of signs, as draws a heading's underline. */
const isUnderline = ({ text }: Line): boolean => /^\s*(?:={3,}|-{3,}|_{3,}|\*{3,})\s*$/.test(text)
const isUnderlined = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && /^(?:={3,}|-{3,})\s*$/.test(next.text) && line.text.trim().length <= 120
const looksLikeHeading = ({ text }: Line): boolean => /^#{1,6}\s/.test(text.trim()) || isHeading(text)

const isPageNumber = ({ text }: Line): boolean => /^\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*$/i.test(text)

/** `486` by itself, and below it `children in care`: the last of the lines that go on with a number written large. */
function lastOfNumber(lines: readonly Line[], from: number): number {
  if (!/^\s*(?:£\s?)?\d[\d,.]*\s?%?\s*$/.test(lines[from]?.text ?? '')) return from
  let at = from
  while (at < from + 3 && /^\s*(?:[a-z]|\(\d)/.test(lines[at + 1]?.text ?? '')) at++
  return at
}

function lastOfParagraph(lines: readonly Line[], from: number, tableAt: (line: number) => FoundTable | null): number {
  let at = from
  for (;;) {
    const [line, next] = [lines[at], lines[at + 1]]
    if (!line || !next || isEmpty(next) || next.startsPage || ITEM.test(next.text) || isUnderline(next)) return at
    if (COUNTED.test(line.text) && COUNTED.test(next.text)) return at
    if (line.text.trimEnd().length < SHORTEST_BROKEN_LINE || tableAt(at + 1)) return at
    at++
  }
}

function passage(text: string, first: Line, last: Line, isHead: boolean, places: Places): Passage {
  const whole = text.slice(first.start, last.end)
  const start = first.start + (whole.length - whole.trimStart().length)
  const end = last.end - (whole.length - whole.trimEnd().length)
  const words = text.slice(start, end)
  if (isHead) {
    places.heading(words.replace(/^#{1,6}\s+/, ''))
    return { kind: 'heading', text: alike(words), place: places.place(), start, end }
  }
  const kind = ITEM.test(words) ? 'item' : 'paragraph'
  return { kind, text: alike(words), place: places.place(), start, end }
}

function tablePart({ rows }: FoundTable, caption: string | null, places: Places): Part {
  const [start, end] = [rows[0]?.start ?? 0, rows.at(-1)?.end ?? 0]
  const isNamed = caption !== null && /^\W*table\b/i.test(caption)
  return { kind: 'table', caption, rows, place: places.place(isNamed ? caption : null), start, end }
}

/** The line above a table that names it: at most two empty lines away, and no sentence. */
function captionAbove(lines: readonly Line[], at: number): string | null {
  for (let above = at - 1; above >= 0 && above >= at - 3; above--) {
    const line = lines[above]
    if (!line || isEmpty(line)) continue
    const words = line.text.trim()
    const isSentence = /[.!?]$/.test(words) && !/^table\b/i.test(words)
    return words.length <= LONGEST_CAPTION && !isSentence && !words.includes('\t') ? words : null
  }
  return null
}
