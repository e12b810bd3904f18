import { alike } from './reportText.ts'

/** What stands where a number is hidden or not known. */
const HIDDEN =
  /^\[?(?:c|x|z|k|n\/?[ak]|na|low|-+|–|—|\.{1,3}|\*+|#+|<\s?\d+|>\s?\d+|s|u|tbc|suppressed|redacted|withheld|hidden|not (?:known|available|recorded))\]?$/i

/** A part with its whole in one cell: `55 of 59`, `c of 57`. */
const PART_OF_WHOLE = /^(\[?[a-z]\]?|\*|[<>]?\s?\d[\d,]*)\s+(?:out )?of\s+(\d[\d,]*)(?:\s?\([^()]*\))?$/i

/** Between which numbers another lies: `91% or more`, `fewer than 5`, `5 or fewer`. */
const BOUND =
  /^(?:(?:fewer|less|more) than|under|over|at (?:least|most)|up to|[<>≤≥])\s?\d[\d,.]*\s?%?$|^\d[\d,.]*\s?%?\s+or (?:more|fewer|less|over|under|above|below|higher|lower)$/i

/** Whether a cell tells a figure without being a number: its column is one of figures, and it is the name of no row. */
export const isInexact = (text: string): boolean => isHidden(text) || isPartOrBound(text)

export const isHidden = (text: string): boolean => HIDDEN.test(alike(text).trim())

/** Whether a cell gives a part with its whole, or a bound: no words of a head are like that. */
export const isPartOrBound = (text: string): boolean => {
  const words = alike(text).trim()
  return PART_OF_WHOLE.test(words) || BOUND.test(words)
}

/** The part and the whole of a cell that gives both as numbers. */
export function partAndWhole(text: string): { part: number; whole: number } | null {
  const [, ...both] = PART_OF_WHOLE.exec(alike(text).trim()) ?? []
  const [part, whole] = both.map((digits) => Number(digits.replaceAll(',', '')))
  return part === undefined || whole === undefined || Number.isNaN(part) ? null : { part, whole }
}
