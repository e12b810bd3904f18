import type { ReportText } from '../domain/reportText.ts'
import { plainText } from './plainText.ts'

/** A report in Markdown, as its reader sees it: without the signs that say how it looks. */
export function markdown(source: string): ReportText {
  const headings = new Set<number>()
  const lines: string[] = []
  for (const line of source.replaceAll(/\r\n?/g, '\n').split('\n')) {
    const seen = lineSeen(line)
    if (seen === null) continue
    if (/^\s{0,3}#{1,6}\s/.test(line)) headings.add(lines.length)
    lines.push(seen)
  }
  return plainText(lines.join('\n'), (line) => headings.has(line))
}

/** A line as it is seen; null for one that only says how others look. */
function lineSeen(line: string): string | null {
  if (/^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?$/.test(line.trim()) || /^\s*(?:```|~~~)/.test(line)) return null
  if (/^\s*\|.*\|\s*$/.test(line)) {
    const cells = line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
    return cells.map((cell) => wordsSeen(cell.trim())).join('\t')
  }
  const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1]
  return wordsSeen(heading === undefined ? line.replace(/^\s{0,3}>\s?/, '').trimEnd() : withoutClosing(heading))
}

/** A heading without the signs that may close it. */
function withoutClosing(heading: string): string {
  let end = heading.length
  while (end > 0 && /[\s#]/.test(heading[end - 1] ?? '')) end--
  return heading.slice(0, end)
}

// What stands between two signs is of a bounded length: from each of many signs alone, a long line would be read to its end.
const wordsSeen = (text: string): string =>
  text
    .replaceAll(/!?\[([^\]]{0,500})\]\([^)]{0,500}\)/g, '$1')
    .replaceAll(/(\*\*\*|\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?![\w*])/g, '$1')
    .replaceAll(/(?<!\w)_(?=\S)([^_]{1,500}?)(?<=\S)_(?!\w)/g, '$1')
    .replaceAll(/`([^`]{1,500})`/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/<\/?(?:b|i|em|strong|u|sup|sub|br)\s*\/?>/gi, '')
