import { type Reader, type Section, isReadBy } from '../record.ts'
import { plainWords, says } from './plain.ts'
import { sentencesIn, wordsIn } from './sentences.ts'

/** So many words in a row that stand in what is withheld are no chance. */
const WORDS_IN_A_ROW = 8
/** A sentence of fewer words may stand in any text. */
const FEWEST_WORDS = 3

/**
 * What a text quotes of the sections that this reader may not read: whole sentences of three words or more, or eight words
 * in a row, or all of a section that is shorter. Each once.
 */
export function withheldQuoted(text: string, sections: readonly Section[], reader: Reader): string[] {
  const plain = plainWords(text)
  const readable = plainWords(sections.filter((section) => isReadBy(section, reader)).map((one) => one.text).join('\n')) // prettier-ignore
  const isGivenAway = (words: string) => says(plain, words) && !says(readable, words)
  const quoted = sections.filter((section) => !isReadBy(section, reader)).flatMap((section) => quotesOf(section.text, isGivenAway)) // prettier-ignore
  return [...new Set(quoted)]
}

/** A text without the lines that quote what this reader may not read. */
export const withoutQuotes = (text: string, sections: readonly Section[], reader: Reader): string =>
  text
    .split(/\r?\n/)
    .filter((line) => withheldQuoted(line, sections, reader).length === 0)
    .join('\n')

function quotesOf(text: string, isGivenAway: (words: string) => boolean): string[] {
  const sentences = sentencesIn(text)
  return sentences.flatMap((sentence) => {
    const words = wordsIn(sentence)
    if ((words.length >= FEWEST_WORDS || sentences.length === 1) && isGivenAway(sentence)) return [sentence]
    for (let at = 0; at + WORDS_IN_A_ROW <= words.length; at++) {
      const run = words.slice(at, at + WORDS_IN_A_ROW).join(' ')
      if (isGivenAway(run)) return [run]
    }
    return []
  })
}
