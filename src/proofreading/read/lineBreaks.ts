/** A line break within a paragraph, as a reader of files keeps it until it is known what it is. */
export const LINE_BREAK = '\u2028'

const ITEM = /^[•▪‣–-]\s/

/**
 * The paragraphs that one holds: many who type make the next one, or an item, with line breaks. Another break only begins a
 * line, which a reader reads on.
 */
export function paragraphsIn(text: string): string[] {
  const paragraphs: string[][] = [[]]
  for (const line of text.split(LINE_BREAK).map((one) => one.trim())) {
    if (line === '' || ITEM.test(line)) paragraphs.push([])
    if (line !== '') paragraphs.at(-1)?.push(line)
  }
  return paragraphs.filter(({ length }) => length > 0).map((lines) => lines.join(' '))
}
