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
  if (/^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/.test(line) || /^\s*(?:```|~~~)/.test(line)) return null
  if (/^\s*\|.*\|\s*$/.test(line)) {
    const cells = line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
    return cells.map((cell) => wordsSeen(cell.trim())).join('\t')
  }
  const heading = /^\s{0,3}#{1,6}\s+(.*?)[\s#]*$/.exec(line)
  return wordsSeen(heading?.[1] ?? line.replace(/^\s{0,3}>\s?/, '').trimEnd())
}

const wordsSeen = (text: string): string =>
  text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replaceAll(/(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, '$1')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/<\/?(?:b|i|em|strong|u|sup|sub|br)\s*\/?>/gi, '')
