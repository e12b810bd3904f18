import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** The words between two numbers of a sentence. */
export const between = ({ text, start }: Sentence, one: Quantity, other: Quantity): string =>
  text.slice(one.end - start, other.start - start)

/** The words before a number, back to the number before it where `isBound`, else to the beginning. */
export function before(sentence: Sentence, quantity: Quantity, isBound = true): string {
  const previous = isBound ? sentence.quantities.filter(({ end }) => end <= quantity.start).at(-1) : undefined
  return sentence.text.slice((previous?.end ?? sentence.start) - sentence.start, quantity.start - sentence.start)
}

/** The words after a number, up to the next one where `isBound`, else to the end. */
export function after(sentence: Sentence, quantity: Quantity, isBound = true): string {
  const next = isBound ? sentence.quantities.find(({ start }) => start >= quantity.end) : undefined
  return sentence.text.slice(quantity.end - sentence.start, (next?.start ?? sentence.end) - sentence.start)
}

/** The numbers of a sentence that count something. */
export const countsIn = ({ quantities }: Sentence): Quantity[] => quantities.filter(({ kind }) => kind === 'count')

/** What a number counts, as far as the words right after it say: up to a stop, a bracket or a number. */
export function nounAfter(sentence: Sentence, quantity: Quantity): string {
  const words = /^[^.,;:()]*/.exec(after(sentence, quantity))?.[0] ?? ''
  return words.trim().split(/\s+/).slice(0, 5).join(' ')
}

/** `a mean of 84 children for each full-time post`, `each IRO had 71 children`: of one thing for one of another, and no count of all. */
export const isForEach = (sentence: Sentence, quantity: Quantity): boolean =>
  /\b(?:mean|median|averag\w*|typical\w*|caseloads?|(?:each|every|an?) (?:[a-z-]+ ){0,2}(?:IRO|officer|post))\b[^.,;]{0,40}$/i.test(
    before(sentence, quantity),
  ) ||
  /^\s*(?:[a-z'-]+\s+){0,4}(?:for (?:each|every)|to (?:each|every)|per|each|apiece|an? (?:day|week|month|year|IRO|officer|post))\b/i.test(
    after(sentence, quantity),
  )

/** `Of the second reviews, 184 were …`: the number is a part of what the words before it name without a number. */
const OF_THINGS = /^\W*(?:of|out of|among|amongst) (?:all |the |our |all the )+([a-z][^.;:,()\d]{2,50}?),?\s*$/i
const OF_ALL = /^(?:children|young people|reviews|cases|meetings)(?: (?:in (?:our )?care|looked after|held))?$/i
export function thingsBefore(sentence: Sentence, quantity: Quantity): string | null {
  const words = OF_THINGS.exec(before(sentence, quantity, false))?.[1]?.trim() ?? ''
  return words === '' || OF_ALL.test(words) ? null : words
}

/** Averages of several years beside each other are parts of nothing. */
export const isAfterAverage = (sentence: Sentence, quantity: Quantity): boolean =>
  /\b(?:average|mean|median|caseloads?)\b/i.test(before(sentence, quantity))

/** Whether a sentence begins with a number, or with `of these` before it. */
export const isBeginning = (sentence: Sentence, quantity: Quantity): boolean =>
  /^.{0,4}$|^(?:of|among) (?:these|them|those|which|whom),?$/i.test(before(sentence, quantity, false).trim())

const ONE_KIND =
  /\b(?:first|initial|second|third|subsequent|later|mid-?way|mid-?point) (?:statutory |looked[- ]after )?reviews?\b/i
const OF_ALL_KINDS = /\b(?:overall|all (?:other )?reviews|reviews of all kinds|in (?:all|total))\b/i

/** `88 first reviews were held; 81 in time`: what the number's own words don't name was named before, and is of one kind. */
export function isOfOneKind(sentence: Sentence, { start }: Quantity): boolean {
  const lead = sentence.text.slice(0, start - sentence.start)
  const kind = ONE_KIND.exec(lead)
  return kind !== null && !OF_ALL_KINDS.test(lead.slice(kind.index))
}

/** `We held 138, 147, 151 and 166 reviews in the four quarters`: one of several numbers of parts. */
export const isListed = ({ text, start, quantities }: Sentence, { kind, start: from, end }: Quantity): boolean =>
  quantities.some(
    (other) =>
      other.kind === kind &&
      !/^\s*(?:more|fewer|less|higher|lower)\b/i.test(text.slice(Math.max(other.end, end) - start)) &&
      ((other.start > end && /^\s*(?:,|,?\s*and)\s*$/.test(text.slice(end - start, other.start - start))) ||
        (other.end < from && /^\s*(?:,|,?\s*and)\s*$/.test(text.slice(other.end - start, from - start)))),
  )
