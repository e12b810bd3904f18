import { plainWords, says } from './plain.ts'

/** The words of an authority’s list that a text holds, each once, in the order of the list; plurals in s too. */
export const sensitiveWordsIn = (text: string, list: readonly string[]): string[] => {
  const plain = plainWords(text)
  return [...new Set(list)].filter((word) => says(plain, word) || says(plain, `${word}s`))
}
