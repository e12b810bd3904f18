/**
 * A text as its words alone: white space, case and punctuation aside, each word with a space before and after it. Two
 * texts that say the same word for word are the same here.
 */
export const plainWords = (text: string): string => {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    // An apostrophe joins its word: "don't" in any spelling is one word.
    .replaceAll(/[\p{M}'’‘ʼ]/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  return words === null ? ' ' : ` ${words.join(' ')} `
}

/** Whether a text says these words, in this order. Nothing but punctuation says nothing. */
export const says = (plainText: string, words: string): boolean => {
  const plain = plainWords(words)
  return plain !== ' ' && plainText.includes(plain)
}
