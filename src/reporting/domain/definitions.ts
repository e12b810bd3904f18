import type { Block } from '../../documents/block.ts'
import type { Section } from './section.ts'
import type { ReportYear } from './reportYear.ts'

/** How the section's figures are counted, as its last block; none where it has no figures. */
export function definitionsOf(section: Section, year: ReportYear): Block[] {
  const terms = section.figures.flatMap((id) => {
    const measure = year.now.measures.get(id)
    return measure ? [{ term: measure.label, text: measure.definition }] : []
  })
  return terms.length === 0 ? [] : [{ kind: 'terms', heading: 'How these figures are counted', terms }]
}
