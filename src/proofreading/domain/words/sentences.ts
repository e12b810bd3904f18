import type { Passage } from '../reportText.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

/** A sentence with its numbers. */
export interface Sentence {
  start: number
  end: number
  text: string
  passage: Passage
  quantities: readonly Quantity[]
}

/** After these a full stop ends no sentence; the `t` of `weren't` is none of them. */
const ABBREVIATED =
  /(?<!['’])(?:\b(?:e\.g|i\.e|etc|no|nos|vs|mr|mrs|ms|dr|prof|st|approx|inc|incl|excl|cf|para|reg|regs|art|ss?|p|pp|c|ca|vol|ed|dept|govt|re|cllr)|\b[A-Z])\.$/i

/** What is longer is no sentence. */
const LONGEST_SENTENCE = 1_500
const NUMBER_OF_PARAGRAPH = /^\W*(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])\s+/

/** The sentences of a passage. */
export function sentencesOf(passage: Passage): Sentence[] {
  const sentences: Sentence[] = []
  const { text } = passage
  let from = 0
  const add = (to: number) => {
    const raw = text.slice(from, to)
    const words = raw.trim()
    const start = passage.start + from + (raw.length - raw.trimStart().length)
    if (words !== '') {
      const numbered = sentences.length === 0 ? (NUMBER_OF_PARAGRAPH.exec(words)?.[0].length ?? 0) : 0
      const quantities = (words.length > LONGEST_SENTENCE ? [] : quantitiesIn(words, start)).filter(
        (one) => one.start >= start + numbered,
      )
      sentences.push({ start, end: start + words.length, text: words, passage, quantities })
    }
    from = to
  }
  for (const match of text.matchAll(/[.!?]["')\]]*\s+(?=["'([]?[A-Z0-9£])/g)) {
    const end = match.index + match[0].length
    const upTo = text.slice(from, match.index + 1)
    // `3.6 The number of …`: the number of a paragraph is no sentence.
    if (ABBREVIATED.test(upTo) || /^\s*[-•]?\s*\(?[\dA-Za-z]{1,3}(?:\.\d+)*\.$/.test(upTo)) continue
    add(end)
  }
  add(text.length)
  return sentences
}

/** The sentences, and each with the one after it where that goes on about it. */
export const withJoined = (sentences: readonly Sentence[]): Sentence[] =>
  sentences.flatMap((sentence, index) => {
    const both = joined(sentence, sentences[index + 1])
    return both ? [sentence, both] : [sentence]
  })

/** A sentence together with the one before it that it goes on about: `… was 97.1%. This is an increase of …`. */
function joined(one: Sentence, next: Sentence | undefined): Sentence | null {
  if (
    !next ||
    next.passage !== one.passage ||
    !/^(?:this(?! (?:year|period|report))|that|it|these|which|the (?:figure|reduction|increase|rise|fall|decrease)|the (?:number|total|rate)(?! (?:of|for|in|at|who|with|from|under)\b)|numbers|twelve months (?:before|earlier|ago)|a year (?:before|earlier|ago)|last year|in (?:19|20)\d{2}[-/]\d{2,4} (?:there|it|the))\b/i.test(
      next.text,
    )
  )
    return null
  // `It fell by 45. The rate is 97 …`: of another number.
  if (/^the rate\b/i.test(next.text) && !/\brate\b/i.test(one.text)) return null
  // What tells of both its numbers goes on about nothing.
  if (/^(?:the|numbers)\b/i.test(next.text) && /\bfrom\b[^.;]{0,40}\bto\b/i.test(next.text)) return null
  const gap = one.passage.text.slice(one.end - one.passage.start, next.start - one.passage.start)
  const text = `${one.text}${gap}${next.text}`
  return { ...one, end: next.end, text, quantities: [...one.quantities, ...next.quantities] }
}
