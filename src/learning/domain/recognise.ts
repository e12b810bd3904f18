import { namesIn } from '../../recording/domain/texts/names.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'

/** Whom the records know, and by what they could be recognised. */
export interface KnownPeople {
  /** Identifiers of children, households, reviews. */
  identifiers: ReadonlySet<string>
  /** Names of children, of people around them, of carers and officers. */
  names: readonly string[]
  birthdays: readonly PlainDate[]
}

/** By what someone could be recognised in a text. */
export interface Recognisable {
  /** What must go before it is published, each with why. */
  certain: string[]
  /** Words that look like names, and days: someone looks at each. */
  perhaps: string[]
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi
const EMAIL = /\b[\w.+-]+@[\w-]+\.[\w.-]+\b/g
const TELEPHONE = /(?:\+44|\b0)[\d ]{9,13}\b/g
const DAY = /\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/gi // prettier-ignore
const WORD = /[\p{L}\d][\p{L}\d-]*/gu

/**
 * By what someone could be recognised: identifiers, birthdays, postcodes, addresses and numbers that the text holds, and
 * names that the records know. A help, not a proof: the person who publishes reads the text too.
 */
export function recognisable(text: string, known: KnownPeople): Recognisable {
  const wordsIn = (pattern: RegExp) => [...new Set(text.match(pattern) ?? [])]
  const birthdays = new Set(known.birthdays.map((day) => longDate(day).toLowerCase()))
  const days = wordsIn(DAY)
  const names = namesIn(text, { allowed: [], others: known.names })
  const lower = new Set(known.names.map((name) => name.toLowerCase()))
  const isKnown = (name: string) => lower.has(name.toLowerCase())
  return {
    certain: [
      ...wordsIn(WORD).filter((word) => known.identifiers.has(word.toUpperCase()) && /\d/.test(word)).map((word) => `${word}: an identifier`), // prettier-ignore
      ...names.filter(isKnown).map((name) => `${name}: a name in the records`),
      ...days.filter((day) => birthdays.has(day.toLowerCase())).map((day) => `${day}: a date of birth`),
      ...wordsIn(POSTCODE).map((one) => `${one}: a postcode`),
      ...wordsIn(EMAIL).map((one) => `${one}: an email address`),
      ...wordsIn(TELEPHONE).map((one) => `${one.trim()}: a telephone number`),
    ],
    perhaps: [
      ...names.filter((name) => !isKnown(name)).map((name) => `${name}: perhaps a name`),
      ...days.filter((day) => !birthdays.has(day.toLowerCase())).map((day) => `${day}: an exact day`),
    ],
  }
}
