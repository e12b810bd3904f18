import { plainWords } from './plain.ts'

/**
 * Which of these words stand in a text, each in a place of its own: of two that are the same, or of which one is part of the
 * other, one alone does not count for both. White space, case and punctuation aside. What `takenFirst` says is taken out of
 * the text before: it stands for something else.
 */
export function standing(text: string, words: readonly string[], takenFirst: readonly string[]): boolean[] {
  let rest = plainWords(text)
  let raw = text
  const take = (said: string): boolean => {
    const plain = plainWords(said)
    // Words without a letter or a figure, like a smile, stand as they are.
    if (plain === ' ') {
      const trimmed = said.trim()
      const isThere = trimmed !== '' && raw.includes(trimmed)
      if (isThere) raw = raw.replace(trimmed, () => ' ')
      return isThere
    }
    const at = rest.indexOf(plain)
    if (at < 0) return false
    rest = `${rest.slice(0, at)} | ${rest.slice(at + plain.length)}`
    return true
  }
  for (const said of takenFirst) take(said)
  const found = words.map(() => false)
  const longestFirst = words.map((said, at) => ({ said, at })).toSorted((a, b) => plainWords(b.said).length - plainWords(a.said).length) // prettier-ignore
  for (const { said, at } of longestFirst) found[at] = take(said)
  return found
}
