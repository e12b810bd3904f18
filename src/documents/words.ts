/** A paragraph or a bulleted list of what people typed. */
export type WordsPart = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/**
 * Words as typed: an empty line parts paragraphs, a line that starts with `- ` or `* ` is an item of a
 * list. No other marks mean anything.
 */
export function wordsParts(text: string): WordsPart[] {
  const parts: WordsPart[] = []
  let mayContinue = false
  for (const line of text.split(/\r\n|\r|\n/).map((typed) => typed.trim())) {
    const last = parts.at(-1)
    const item = /^[-*•]\s+(.+)$/.exec(line)?.[1]
    if (line === '') {
      mayContinue = false
      continue
    }
    if (item !== undefined) {
      if (mayContinue && last?.kind === 'list') last.items.push(item)
      else parts.push({ kind: 'list', items: [item] })
    } else if (mayContinue && last?.kind === 'paragraph') last.text += ` ${line}`
    else parts.push({ kind: 'paragraph', text: line })
    mayContinue = true
  }
  return parts
}
