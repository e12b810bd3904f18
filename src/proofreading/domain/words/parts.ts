import { gridsWithin } from '../layout.ts'
import { COMMON, areForms } from '../near.ts'
import { prints, rounded } from '../numbers.ts'
import type { Studied } from '../studied.ts'
import { countsIn } from './around.ts'
import { divisionsNear, divisionsOfGrid } from './divisions.ts'
import type { Pair } from './pairs.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'
import { tokensIn } from './tokens.ts'

/** A part with its whole, as a table, a list or a sentence gives it. */
export interface Part {
  label: string
  count: number
  whole: number
  share: Quantity | { value: number; decimals: number } | null
}

/** The parts that a paragraph tells of with their share, by their whole. */
export function partsTold(pairs: readonly Pair[]): Part[][] {
  const told = pairs.flatMap((pair) => {
    const whole = pair.base?.value ?? wholeOfTwo(pairs, pair)
    return whole === null
      ? []
      : [{ label: labelOf(pair.sentence, pair.count), count: pair.count.value, whole, share: pair.percent }]
  })
  return [...Map.groupBy(told, ({ whole }) => whole).values()]
}

/** The parts that tables, lists and sentences near it give, with those that its paragraph tells of. */
export function partsNear(studied: Studied, sentence: Sentence, told: readonly Part[][]): Part[][] {
  const divided = divisionsNear(studied, sentence).map(({ whole, portions }) =>
    portions.map(({ label, count, share }) => ({ label, count, whole, share })),
  )
  return [...divided, ...told].filter(({ length }) => length >= 2)
}

/** Tables further off are looked at where they stand within so many parts. */
const FAR = 40
/** The parts of tables further off. */
export const farFrom = (studied: Studied, sentence: Sentence): Part[][] =>
  gridsWithin(studied, sentence.passage, FAR)
    .flatMap((grid) => divisionsOfGrid(studied, grid, sentence))
    .map(({ whole, portions }) => portions.map(({ label, count, share }) => ({ label, count, whole, share })))

/** The count of the paragraph of which two shares are, where the words say of none. */
function wholeOfTwo(pairs: readonly Pair[], { sentence, count }: Pair): number | null {
  const fits = (whole: number) => pairs.filter((one) => prints((one.count.value / whole) * 100, one.percent.value, one.percent.decimals)).length
  return countsIn(sentence).map(({ value }) => value).find((value) => value > count.value && fits(value) >= 2) ?? null
} // prettier-ignore

const labelOf = ({ text, start }: Sentence, { end }: Quantity): string =>
  text.slice(Math.max(0, end - start), end - start + 40)

const MOST_PARTS = 14
/** Of more parts, four that fit are found by chance. */
const MOST_OF_FOUR = 6
/** The share of a part as it is printed, or would be. */
export const shareOf = ({ count, whole, share }: Part, decimals: number): number =>
  share && share.decimals === decimals ? share.value : Number(rounded((count / whole) * 100, decimals))

/** Sets of two to four parts. */
export function setsOf(parts: readonly Part[]): Part[][] {
  const larger = (sets: readonly Part[][]): Part[][] =>
    sets.flatMap((set) => {
      const last = set.at(-1)
      return few.slice(last ? few.indexOf(last) + 1 : 0).map((one) => [...set, one])
    })
  const few = parts.slice(0, MOST_PARTS)
  const two = larger(few.map((one) => [one]))
  const three = larger(two)
  return [...two, ...three, ...(few.length <= MOST_OF_FOUR ? larger(three) : [])]
}

/** Tells whether a part is one of those meant. */
export type IsOne = (part: Part) => boolean

/** Whether the sentence has a word of a part's label. */
export function namedIn({ text }: Sentence): IsOne {
  const words = tokensIn(text).map(({ word }) => word)
  return ({ label }) =>
    tokensIn(label).some(({ word }) => !COMMON.has(word) && !/^\d/.test(word) && words.some((one) => areForms(one, word)))
} // prettier-ignore
