/** The words of a sentence: letters with their apostrophes and hyphens, and numbers. */
export const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []

/** A full stop after these ends no sentence. */
const SHORTENED = /\b(?:Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e)\.$/u

/**
 * The sentences of a text: a line is at least one, since headings and lists have no full stop. Those without a word are
 * left out.
 */
export function sentencesIn(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const sentences: string[] = []
      let rest = ''
      for (const part of line.replace(/^\s*[-*•]\s+/, '').split(/(?<=[.!?…]["'”’)]?)\s+/u)) {
        rest = rest === '' ? part : `${rest} ${part}`
        if (SHORTENED.test(rest)) continue
        sentences.push(rest)
        rest = ''
      }
      return rest === '' ? sentences : [...sentences, rest]
    })
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)
}
