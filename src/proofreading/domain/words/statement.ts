import type { Span } from '../reportText.ts'
import type { Concepts } from './concepts.ts'
import type { Sentence } from './sentences.ts'

/** What a report says of a number: of what it is, in which year, and where that stands. */
export interface Statement {
  /** What it is of: two statements with one key are of the same thing. */
  key: string
  concepts: Concepts
  unit: 'count' | 'percent'
  /** The year of the report's kind that it is of, by its beginning. */
  year: number
  value: number
  decimals: number
  /** Whether a percentage is said to be of reviews or of children; null where it is not said, or for a count. */
  of: string | null
  at: Span
  place: string
  /** The sentence that it stands in; null for a table. */
  sentence: Sentence | null
}

/** The key of what a number is of. */
export const keyOf = ({ entity, narrowed }: Concepts, unit: 'count' | 'percent', year: number): string =>
  `${unit} ${year} ${entity ?? ''}: ${narrowed.join(', ')}`

/** A time that is no year of its own: at its end, in the year. */
export const TIMES =
  /\b(?:(?:at|on|as at|as of|by) (?:the )?(?:end of (?:the year|year|march(?: (?:19|20)\d{2})?)|year[- ]end|31(?:st)?(?: of)? march(?: (?:19|20)\d{2})?)|(?:in|during|over|for|throughout|within) (?:the|this) (?:reporting |financial )?(?:year|period)|this (?:reporting |financial )?year|(?:1(?:st)? )?april (?:(?:19|20)\d{2} )?(?:to|until|-) (?:31(?:st)? )?march(?: (?:19|20)\d{2})?|(?:19|20)\d{2}\s?[-/]\s?\d{2,4}|(?:(?:at|on|in|to|by|from) )?(?:\d{1,2}(?:st)? )?(?:march|april) (?:19|20)\d{2}|year ending)\b/gi

/** Smaller numbers are of single cases, which words tell apart that no list of words has. */
export const SMALLEST = 5
/** What is narrowed by more words than these is of a case of its own. */
export const MOST_WORDS = 4
