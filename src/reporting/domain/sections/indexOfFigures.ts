import type { Section } from '../section.ts'
import { words } from '../tables.ts'

/** Every figure with its name in the data files, where its definition comes from, and which version of it this is. */
export const indexOfFigures: Section = {
  id: 'index_of_figures',
  place: 0,
  title: 'Index of figures',
  figures: [],
  prompt: null,
  write: (year) => [
    {
      kind: 'paragraph',
      text: 'For each figure this table gives its name in the data files that come with this report, where its definition comes from, and which version of the definition this is.',
    },
    {
      kind: 'table',
      caption: `Figures of ${year.now.name}, their names in the data files, and the sources of their definitions`,
      headings: ['Figure', 'Name', 'Source of the definition', 'Version'],
      rows: [...year.now.measures.values()]
        .filter(({ value }) => value !== null)
        .map((measure) => ({
          heading: measure.label,
          cells: [words(measure.id), words(measure.source), words(`version ${measure.version}`)],
          isTotal: false,
        })),
      notes: [],
    },
  ],
}
