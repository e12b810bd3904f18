import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'

/** How each figure is counted, by subject: an appendix, so that rules and codes do not interrupt the report. */
export const definitions: Section = {
  id: 'definitions',
  place: 0,
  title: 'How the figures are counted',
  figures: [],
  prompt: null,
  write: (year) => {
    const measures = [...year.now.measures.values()].filter(({ value }) => value !== null)
    return [...new Set(measures.map(({ area }) => area))].map((area): Block => ({
      kind: 'terms',
      heading: area,
      terms: measures
        .filter((measure) => measure.area === area)
        .map(({ label, definition }) => ({ term: label, text: definition })),
    }))
  },
}
