/** A line break within a paragraph, as a reader of files keeps it until it is known what it is. */
export const LINE_BREAK = '\u2028'

const APART = /\u2028\s*\u2028[\s\u2028]*|\u2028\s*(?=[•▪‣–-]\s)/

/**
 * The paragraphs that one holds: many who type make the next one, or an item, with line breaks. Another break only begins a
 * line, which a reader reads on.
 */
export const paragraphsIn = (text: string): string[] =>
  text
    .split(APART)
    .map((one) => one.replaceAll(/\s*\u2028\s*/g, ' ').trim())
    .filter((one) => one !== '')
