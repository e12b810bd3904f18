import { CellCount, Places, type ReportText } from '../domain/reportText.ts'
import { partsOf } from './lineParts.ts'
import { type Line, SHORTEST_BROKEN_LINE, linesOf } from './lines.ts'

const LONGEST_BROKEN_LINE = 140

/**
 * A report in plain text: its tables by tabs, bars or blanks, its headings by their looks, or where `isMarked` says so of a
 * line. Throws `MoreThanAnyReport`.
 */
export function plainText(source: string, isMarked: (line: number) => boolean = () => false): ReportText {
  const text = source.replaceAll(/\r\n?/g, '\n').replace(/^\uFEFF/, '')
  const lines = linesOf(text)
  const found = { places: new Places(), cells: new CellCount(), isBroken: isBrokenToWidth(lines) }
  return { text, parts: partsOf(text, lines, found, isMarked) }
}

function isBrokenToWidth(lines: readonly Line[]): boolean {
  const long = lines.filter(({ text }) => text.length >= SHORTEST_BROKEN_LINE)
  const tooLong = long.filter(({ text }) => text.length > LONGEST_BROKEN_LINE)
  return long.length > 0 && tooLong.length / long.length < 0.1
}
