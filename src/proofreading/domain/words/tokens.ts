import { MONTHS } from './months.ts'
import { valueOfWords } from './quantities.ts'
import { stem } from './stems.ts'

/** A word or a number of a text, in a form in which a label and a sentence can be compared, and where it stands in the text. */
export interface Token {
  word: string
  start: number
  end: number
}

const STOP = new Set(
  'a an the of and or to in on at for with by from between aged age ages old year years number numbers no total is are was were be been their our his her its children child young people person people who which that group groups band category'.split(
    ' ',
  ),
)
const NUMBER_WORD =
  /^(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)$/
/** `16+`, `16 and over` and `16 or more` are one band. */
const OVER = new Set(['above', 'older', 'more', 'plus', 'upwards'])
const BELOW = new Set(['less', 'below', 'younger', 'fewer'])
const ORDINALS = ['first', 'second', 'third', 'fourth']

const TOKEN =
  /\bq(?:tr)?\.?\s?([1-4])\b|\bquarter\s+([1-4]|one|two|three|four)\b|\b(first|second|third|fourth)\s+quarter\b|(\d+)(\+)|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[a-z][a-z']*(?:-[a-z]+)*/gi

/** The words of a text that carry its meaning, and its numbers: `Q3`, `quarter three` and `third quarter` are alike. */
export function tokensIn(text: string): Token[] {
  return [...text.matchAll(TOKEN)].flatMap((match): Token[] => {
    const [words, short, long, ordinal, open] = match
    const at = { start: match.index, end: match.index + words.length }
    const quarter =
      short ??
      (long !== undefined && /^[a-z]/i.test(long) ? String(valueOfWords(long)) : long) ??
      (ordinal === undefined ? undefined : String(ORDINALS.indexOf(ordinal.toLowerCase()) + 1))
    if (quarter !== undefined) return [{ word: `quarter ${quarter}`, ...at }]
    if (open !== undefined)
      return [
        { word: open, ...at },
        { word: 'over', ...at },
      ]
    return wordsOf(words.toLowerCase()).map((word) => ({ word, ...at }))
  })
}

function wordsOf(words: string): string[] {
  if (/^\d/.test(words)) return [words.replaceAll(',', '')]
  if (NUMBER_WORD.test(words)) return [String(valueOfWords(words))]
  // `in-house` and `in house`, `full-time` and `full time`.
  return words.split('-').flatMap((word) => {
    if (STOP.has(word)) return []
    if (OVER.has(word)) return ['over']
    if (BELOW.has(word)) return ['under']
    const month = MONTHS.find((one) => one === word || (word.length >= 3 && word.length <= 4 && one.startsWith(word)))
    return [month?.slice(0, 3) ?? stem(word)]
  })
}

const isNumeric = ({ word }: Token): boolean => /\d/.test(word)

/**
 * Where a text names a label: its words anywhere in it, or beside each other where there are numbers among them. Null where
 * it does not.
 */
export function labelIn(label: readonly Token[], text: readonly Token[]): { start: number; end: number } | null {
  if (label.length === 0) return null
  if (label.some(isNumeric)) {
    const at = text.findIndex((_, from) => isRun(label, text, from))
    const [first, last] = [text[at], text[at + label.length - 1]]
    return first && last ? { start: first.start, end: last.end } : null
  }
  const found = label.map(({ word }) => text.find((one) => one.word === word))
  const places = found.flatMap((one) => (one ? [one] : []))
  return places.length < label.length
    ? null
    : {
        start: Math.min(...places.map(({ start }) => start)),
        end: Math.max(...places.map(({ end }) => end)),
      }
}

/** Whether the words of a label stand there one after the other, those of a band in either order: `10 over`, `over 10`. */
function isRun(label: readonly Token[], text: readonly Token[], from: number): boolean {
  const run = text.slice(from, from + label.length).map(({ word }) => word)
  const words = label.map(({ word }) => word)
  return (
    run.length === words.length &&
    (run.every((word, at) => word === words[at]) ||
      (words.includes('over') || words.includes('under')
        ? run.toSorted().join(' ') === words.toSorted().join(' ')
        : false))
  )
}
