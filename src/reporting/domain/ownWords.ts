import { inOwnWords } from '../../children/domain/ownWords.ts'
import type { Block } from '../../documents/block.ts'
import type { Settings } from '../../settings/settings.ts'

/** Blocks of ours in the words that an authority has for children looked after. What the service wrote stays as it is. */
export function blocksInOwnWords(blocks: readonly Block[], settings: Settings): Block[] {
  const own = (text: string): string => inOwnWords(text, settings)
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, text: own(block.text) }
      case 'pictured':
        return { ...block, lines: block.lines.map((line) => ({ ...line, text: own(line.text) })) }
      case 'list':
        return { ...block, items: block.items.map(own) }
      case 'terms':
        return {
          ...block,
          heading: block.heading && own(block.heading),
          terms: block.terms.map(({ term, text }) => ({ term: own(term), text: own(text) })),
        }
      case 'key_figures':
        return { ...block, figures: block.figures.map((figure) => ({ ...figure, label: own(figure.label) })) }
      case 'table':
        return {
          ...block,
          caption: own(block.caption),
          headings: block.headings.map(own),
          rows: block.rows.map((row) => ({ ...row, heading: own(row.heading) })),
          notes: block.notes.map(own),
        }
      case 'chart':
        return {
          ...block,
          title: own(block.title),
          description: own(block.description),
          series: block.series.map((one) => ({ ...one, label: own(one.label) })),
        }
      case 'own_words':
        return { ...block, prompt: own(block.prompt) }
    }
  })
}
