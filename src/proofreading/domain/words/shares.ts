import { valueOfWords } from './quantities.ts'

/** A share in words, with the percentages that it may stand for. */
export interface ShareInWords {
  words: string
  least: number
  most: number
  at: { start: number; end: number }
}

const OVER = '(?:more than|over|above|slightly more than)'
const UNDER = '(?:just under|almost|nearly|less than|fewer than|under|close to|not quite|approaching)'
const FRACTIONS: readonly { form: string; value: number; room: number }[] = [
  { form: 'three[- ]quarters', value: 75, room: 3 },
  { form: 'two[- ]thirds', value: 66.7, room: 3.5 },
  { form: '(?:one|a)[- ]quarter', value: 25, room: 3 },
  { form: '(?:one|a)[- ]third', value: 33.3, room: 3.7 },
  { form: 'four[- ]fifths', value: 80, room: 3 },
  { form: 'three[- ]fifths', value: 60, room: 3 },
  { form: 'two[- ]fifths', value: 40, room: 3 },
  { form: '(?:one|a)[- ]fifth', value: 20, room: 2.5 },
  { form: '(?:one|a)[- ]tenth', value: 10, room: 1.5 },
  { form: '(?:one[- ]|a )?half', value: 50, room: 4 },
]
/** How far beyond a fraction `more than` it may reach, and how far short of it `nearly`. */
const REACH = 12
const SHORT = 7

const forms = FRACTIONS.flatMap(({ form, value, room }) => [
  {
    words: new RegExp(`\\b${OVER} (?:just )?${form}\\b`, 'gi'),
    least: value,
    most: value + (value === 50 ? 16 : REACH),
  },
  { words: new RegExp(`\\b${UNDER} ${form}\\b`, 'gi'), least: value - (value === 50 ? 10 : SHORT), most: value },
  { words: new RegExp(`\\b${form}\\b`, 'gi'), least: value - room, most: value + room },
])
const ONE_IN =
  /\b(?:(just over|more than|over|just under|almost|nearly|fewer than|less than) )?(one|two|three|four|five|six|seven|eight|nine|\d) (?:(?:child|children|reviews?|young people|disputes?|challenges?|cases) )?(?:in|out of)(?: every)? (two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?!\s*(?:%|months?|days?|weeks?|years?))/gi
/** How far a percentage may be from `three in five`, in points. */
const NEAR = 4

/** Parts of a year, of a day and of a round of something, that are no shares. */
const OF_TIME =
  /\b(?:in|by|for|from|during|last|first|second|third|fourth|next|final|previous|half|each|per|every) (?:the )?(?:first |second |third |fourth |last |final )?(?:a |one )?(?:half|quarter)\b|\b(?:first|last|next|these|those) (?:two|three)[- ]quarters|\bhalf[- ](?:year|term|day|time|sister|brother|sibling|hour|way)|\bquarter(?:s)? (?:of the year|[1-4]|one|two|three|four)|\bhalf (?:of the year|a day|an hour)|\bhalf[- ]yearly/i

/** The shares in words of a text. */
export function sharesIn(text: string): ShareInWords[] {
  const found: ShareInWords[] = []
  const add = (words: string, start: number, least: number, most: number) => {
    const at = { start, end: start + words.length }
    const around = text.slice(Math.max(0, start - 14), at.end + 12)
    if (!OF_TIME.test(around) && !found.some((one) => one.at.start <= start && at.end <= one.at.end))
      found.push({ words, least, most, at })
  }
  for (const { words, least, most } of forms)
    for (const match of text.matchAll(words)) add(match[0], match.index, least, most)
  for (const match of text.matchAll(ONE_IN)) {
    const [words, about, part, whole] = match
    const exact = (numberOf(part) / numberOf(whole)) * 100
    if (!(numberOf(whole) > numberOf(part))) continue
    const isOver = /over|more/i.test(about ?? '')
    const isUnder = /under|almost|nearly|fewer|less/i.test(about ?? '')
    add(words, match.index, exact - (isOver ? 0 : NEAR), exact + (isUnder ? 0 : NEAR))
  }
  return found
}

const numberOf = (words: string | undefined): number =>
  /^\d/.test(words ?? '') ? Number(words) : /^ten$/i.test(words ?? '') ? 10 : valueOfWords(words ?? '')

/** Room for a percentage that was rounded. */
const ROUNDED = 0.51

/** Whether a percentage is what the words say. */
export const describes = ({ least, most }: ShareInWords, percent: number): boolean =>
  percent >= least - ROUNDED && percent <= most + ROUNDED
