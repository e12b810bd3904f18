import type { Located } from '../finding.ts'
import type { Span } from '../reportText.ts'
import { type Rule, type Studied, located } from '../studied.ts'

/** A band of whole numbers: `5-10`, `16+`, `under 1`. */
interface Band extends Span {
  text: string
  from: number
  to: number
  /** What the words around the numbers are, so that months are not set against years. */
  unit: string
}

/** Bands that overlap or leave a gap, in the labels of tables and in sentences. */
export const overlap: Rule = (studied) => [
  ...studied.tables.flatMap((table) => {
    const labels = table.rows.map(
      ({ cells }) => cells.find(({ text }) => text.trim() !== '' && bandOf(text, 0)) ?? null,
    )
    const down = labels.flatMap((cell, at) => {
      const band = cell && bandOf(cell.text, cell.start)
      const row = table.rows[at]
      return band && row && row.cells.indexOf(cell) <= 1 ? [{ ...band, start: row.start, end: row.end }] : []
    })
    const across = table.rows
      .slice(0, 2)
      .map(({ cells }) => cells.flatMap((cell) => bandOf(cell.text, cell.start) ?? []))
    return [down, ...across].flatMap((bands) => wrongIn(studied, bands, table.place, null))
  }),
  ...studied.sentences.flatMap((sentence) =>
    wrongIn(studied, bandsIn(sentence.text, sentence.start), sentence.passage.place, sentence),
  ),
]

const UNIT = '\\s*(years?(?:\\s+olds?)?|yrs?|months?|weeks?|days?|miles?|children|placements?)?'
const RANGE = new RegExp(`^(?:aged?s?\\s*)?(\\d{1,3})\\s*(?:-|to)\\s*(\\d{1,3})${UNIT}(?:\\s*\\(.*\\))?$`, 'i')
const FROM = new RegExp(
  `^(?:aged?s?\\s*)?(?:over\\s+(\\d{1,3})|(\\d{1,3})\\s*(?:\\+|(?:and|or) (?:over|above|older|more)))${UNIT}(?:\\s*\\(.*\\))?$`,
  'i',
)
const BELOW = new RegExp(`^(?:aged?s?\\s*)?(?:under|less than|<)\\s*(\\d{1,3})${UNIT}$`, 'i')

function bandOf(words: string, start: number): Band | null {
  const text = words.trim().replaceAll(/[\u2010-\u2015]/g, '-')
  const span = { text, start, end: start + words.length }
  const unitOf = (unit: string | undefined) => (unit ?? '').toLowerCase().replace(/s$/, '').replace(/^yr$/, 'year')
  const range = RANGE.exec(text)
  if (range)
    return Number(range[2]) < Number(range[1])
      ? null
      : { ...span, from: Number(range[1]), to: Number(range[2]), unit: unitOf(range[3]) }
  const open = FROM.exec(text)
  if (open)
    return {
      ...span,
      from: open[1] === undefined ? Number(open[2]) : Number(open[1]) + 1,
      to: Infinity,
      unit: unitOf(open[3]),
    }
  const below = BELOW.exec(text)
  return below ? { ...span, from: -Infinity, to: Number(below[1]) - 1, unit: unitOf(below[2]) } : null
}

const IN_TEXT =
  /(?<![\d£/.-])(\d{1,2})\s?(?:-|to)\s?(\d{1,2})(?![\d/%-])[- ]?(years?|months?|weeks?|days?|yrs?)?|(?<![\d£/.])(\d{1,2})\+/gi

function bandsIn(text: string, start: number): Band[] {
  return [...text.matchAll(IN_TEXT)].flatMap((match): Band[] => {
    const [words, from, to, unit = '', open] = match
    const span = { text: words, start: start + match.index, end: start + match.index + words.length }
    const band = { ...span, unit: unit.toLowerCase().replace(/s$/, '') }
    if (open !== undefined) return [{ ...band, from: Number(open), to: Infinity }]
    return Number(to) > Number(from) ? [{ ...band, from: Number(from), to: Number(to) }] : []
  })
}

function wrongIn(studied: Studied, bands: readonly Band[], place: string, sentence: Span | null): Located[] {
  // In a sentence, two ranges may be about two things; three bands that follow each other are a division.
  if (bands.length < (sentence ? 3 : 2) || new Set(bands.map(({ unit }) => unit).filter(Boolean)).size > 1) return []
  const ordered = bands.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const isInOrder =
    bands.every((band, at) => band === ordered[at]) ||
    bands.every((band, at) => band === ordered[bands.length - 1 - at])
  if (ordered.filter(({ to }) => to === Infinity).length > 1) return [] // by lower bound: a convention
  if (sentence && (!isInOrder || new Set(bands.map(({ text }) => text)).size < bands.length)) return []
  return ordered.flatMap((band, at): Located[] => {
    const next = ordered[at + 1]
    if (!next || next.from > band.to + 3 || (sentence && next.from > band.to + 2)) return []
    if (
      next.from === band.to + 1 ||
      (next.from === band.from && next.to === band.to) ||
      (next.to <= band.to && next.from !== band.to)
    )
      return []
    if (band.from === -Infinity && next.from === band.to + 1) return []
    const isGap = next.from > band.to
    if (isGap && (sentence !== null || bands.length < 3)) return []
    const message = isGap
      ? `“${band.text}” and “${next.text}” leave ${next.from - 1 === band.to + 1 ? String(band.to + 1) : `${band.to + 1} to ${next.from - 1}`} out.`
      : `“${band.text}” and “${next.text}” both take in ${String(Math.max(next.from, band.from))}${next.from < band.to ? ` to ${Math.min(band.to, next.to)}` : ''}.`
    return [
      located(studied, {
        at: sentence ?? next,
        also: sentence ? null : band,
        place,
        kind: 'overlap',
        message,
        expected: null,
        severity: 'warning',
        confidence: isGap ? 0.75 : 0.9,
      }),
    ]
  })
}
