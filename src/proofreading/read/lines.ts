import type { Span } from '../domain/reportText.ts'

/** A line of a plain text. */
export interface Line extends Span {
  text: string
  /** Whether a new page begins with it. */
  startsPage: boolean
}

/** The lines of a text, in which lines end with a line feed and pages with a form feed. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let startsPage = false
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at]
    if (at < text.length && sign !== '\n' && sign !== '\f') continue
    lines.push({ start, end: at, text: text.slice(start, at), startsPage })
    startsPage = sign === '\f'
    start = at + 1
  }
  return lines
}

export const isEmpty = ({ text }: Line): boolean => text.trim() === ''

/** Items of lists begin with a sign, a number or a letter. */
export const ITEM = /^\s*(?:[-–•*▪◦‣❖✚➢■●·]\s+|o(?:\s{2,}|\s(?=[A-Z0-9]))|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)/

/** Lines at least so long may go on in the next one, where the text has been broken to a width. */
export const SHORTEST_BROKEN_LINE = 50

/** Longer words above a table are no caption. */
export const LONGEST_CAPTION = 160

const LONGEST_HEADING = 100
const MOST_WORDS = 16

/** A line that tells how many there are of something: `612 children in care`. */
export const COUNTED = /^\s*(?:£?\d{1,3}(?:,\d{3})+|£?\d+)(?:\.\d+)?\s?%?(?:\s?\(\d[\d.]*%\))?\s+(?:[-–]\s+)?[a-z]/

/** Whether a line by itself is a heading rather than a sentence. */
export function isHeading(text: string): boolean {
  const words = text.trim()
  if (words.length > LONGEST_HEADING || words.split(/\s+/).length > MOST_WORDS) return false
  // `Up 6% in a year`, `First review: within 20 days`: what is told, and of what.
  if (/\d\s?%|^[^:]{3,}:\s+(?:within |\()?\d/.test(words) && !/^(?:section|part|appendix|chapter)\b/i.test(words))
    return false
  if (/[.;,:!]$/.test(words) || !/[A-Za-z]{3}/.test(words) || COUNTED.test(words)) return false
  if (/^(?:table|figure|chart|graph)\s+[A-Z0-9]/i.test(words) || /^[-–•*▪◦‣❖✚➢"“'‘(]/.test(words)) return false
  return /^[A-Z0-9%]/.test(words)
}
