import type { Passage } from './reportText.ts'
import type { Sentence } from './words/sentences.ts'

/** A year from April to March, by the year in which it begins. */
export interface Period {
  startYear: number
}

/** A year from April to March as it is printed: `2022-23`. */
export const yearShown = (startYear: number): string => `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`

const PAIR = /(?<![\d/])((?:19|20)\d{2})\s?[-/]\s?((?:19|20)?\d{2})(?![\d/-])/g
const SPAN =
  /(?:1(?:st)?\s+)?April(?:\s+1(?:st)?,?)?\s+((?:19|20)\d{2})\s*(?:-|to|and|until)\s*(?:(?:the\s+)?31(?:st)?\s+)?March\s+((?:19|20)\d{2})/gi

const ENDING = /\byear (?:ending|ended|to) (?:on )?(?:the )?(?:31(?:st)?(?: of)? )?March ((?:19|20)\d{2})/gi

/** The years that follow each other in a text: `2022-23`, `1 April 2022 to 31 March 2023`, `the year ending 31 March 2023`. */
export function yearsIn(text: string): number[] {
  const pairs = [...text.matchAll(PAIR), ...text.matchAll(SPAN)]
  const ended = [...text.matchAll(ENDING)].map(([, end]) => Number(end) - 1)
  const named = pairs.flatMap(([, first = '', second = '']) => {
    const start = Number(first)
    return Number(second) % 100 === (start + 1) % 100 ? [start] : []
  })
  return [...named, ...ended]
}

const EARLY_PASSAGES = 40

/**
 * The year that a report is about: as it says of itself at its beginning, else as its title has it, else the one it names most. Where
 * these differ, what its title and the span that it covers agree on holds, else the one of them that is named most.
 */
export function periodOf(passages: readonly Passage[], sentences: readonly Sentence[]): Period | null {
  const early = passages.slice(0, EARLY_PASSAGES)
  const covered = early.flatMap(({ text }) => (text.length < 300 ? [...text.matchAll(SPAN)] : []))
  const spans = covered.flatMap(([, first, second]) => (Number(second) === Number(first) + 1 ? [Number(first)] : []))
  const said = early.flatMap(({ text }) => (/report|period/i.test(text) && text.length < 300 ? yearsIn(text) : []))
  const titles = passages
    .slice(0, TITLES)
    .map(({ text }) => (text.length < LONGEST_TITLE ? [...yearsIn(text), ...inTitle(text)] : []))
    .find(({ length }) => length > 0)
  const named = sentences.flatMap(({ text }) => yearsIn(text))
  const [covers, isCalled] = [mostNamed(spans)[0], mostNamed(titles ?? [])[0]]
  const claims = [covers, mostNamed(said)[0], isCalled].filter((year) => year !== undefined)
  const among = claims.length > 0 ? named.filter((one) => claims.includes(one)) : named
  const year = covers !== undefined && covers === isCalled ? covers : mostNamed(among, claims)[0]
  return year === undefined ? null : { startYear: year }
}

const TITLES = 6
const LONGEST_TITLE = 160

/** `2022 to 2023`, as a title has it. */
const inTitle = (text: string): number[] =>
  [...text.matchAll(/\b((?:19|20)\d{2})\s?(?:to|and|-)\s?((?:19|20)\d{2})\b/g)].flatMap(([, from, to]) =>
    Number(to) === Number(from) + 1 ? [Number(from)] : [],
  )

/** The one named most first; of as many, the one that comes first in `order`, then in the years. */
function mostNamed(years: readonly number[], order: readonly number[] = []): number[] {
  const counts = new Map(order.map((year) => [year, 0]))
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([year]) => year)
}
