import type { Section } from '../block.ts'

/** Every figure of the year with its definition and where that comes from. */
export const definitions: Section = {
  id: 'definitions',
  title: 'Definitions',
  figures: [],
  prompt: null,
  write: (year) => [
    {
      kind: 'terms',
      heading: null,
      terms: [...year.now.measures.values()].map((measure) => ({
        term: `${measure.label} (${measure.id})`,
        text: `${measure.definition} Source: ${measure.source}.`,
      })),
    },
  ],
}
