import { sentencesIn, wordsIn } from './sentences.ts'
import { syllablesIn } from './syllables.ts'

/** The two formulas by which reading ages are given, in words. */
export const formulas = {
  flesch_kincaid: 'Flesch–Kincaid',
  automated_readability: 'Automated readability index',
} as const

/** By which formula a reading age was worked out. */
export type Formula = keyof typeof formulas

/** How old someone is who reads a text with ease, by one formula: advice, never a rule. */
export interface ReadingAge {
  formula: Formula
  /** In years, to one decimal. */
  age: number
}

/** Both formulas give a school grade of the United States: children are five years older than it. */
const YEARS_OVER_GRADE = 5

/**
 * The reading ages of a text by Flesch and Kincaid (1975: words a sentence, syllables a word) and by the automated
 * readability index (Smith and Senter, 1967: words a sentence, letters a word). Nobody reads under 5. Empty where the
 * text has no word.
 */
export function readingAges(text: string): ReadingAge[] {
  const sentences = sentencesIn(text)
  const words = sentences.flatMap(wordsIn)
  if (words.length === 0) return []
  const perSentence = words.length / sentences.length
  const letters = words.reduce((sum, word) => sum + word.replaceAll(/['’-]/g, '').length, 0) / words.length
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0) / words.length
  return [
    { formula: 'flesch_kincaid', age: ageOf(0.39 * perSentence + 11.8 * syllables - 15.59) },
    { formula: 'automated_readability', age: ageOf(4.71 * letters + 0.5 * perSentence - 21.43) },
  ]
}

const ageOf = (grade: number): number => Math.max(YEARS_OVER_GRADE, Math.round((grade + YEARS_OVER_GRADE) * 10) / 10)

/** A sentence with its own reading age: the higher of the two formulas. */
export interface HardSentence {
  sentence: string
  age: number
}

/** The sentences that push a text over an age, the hardest first; one that stands twice is given once. */
export const hardSentences = (text: string, age: number): HardSentence[] =>
  [...new Set(sentencesIn(text))]
    .map((sentence) => ({ sentence, age: Math.max(...readingAges(sentence).map((one) => one.age)) }))
    .filter((one) => one.age > age)
    .toSorted((a, b) => b.age - a.age)
