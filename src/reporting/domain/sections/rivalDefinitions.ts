import { rounded, sharePrinted } from '../../../figures/print.ts'
import type { Block } from '../../../documents/block.ts'
import { heading, paragraph } from '../phrases.ts'
import type { Rival } from '../rivals.ts'
import type { Section } from '../section.ts'
import { EMPTY, unsourced, words } from '../tables.ts'

/** The same records under the definitions by which published reports differ: without it two services can't be compared. */
export const rivalDefinitions: Section = {
  id: 'rival_definitions',
  place: 1890,
  title: 'The same records under other definitions',
  figures: [],
  prompt: null,
  isLeftOutWhenEmpty: true,
  write: ({ rivals, now }) => {
    const told = rivals.filter(({ definitions }) => definitions.some(({ share }) => share !== null))
    if (told.length === 0) return []
    return [
      ...paragraph(
        'Published reports count some measures in different ways. Each table counts the same records in each of them, so that this report can be set beside another service’s.',
      ),
      ...told.flatMap((rival) => rivalBlocks(rival, now.span)),
    ]
  },
}

const rivalBlocks = ({ title, why, definitions }: Rival, span: string): Block[] => [
  heading(title),
  ...paragraph(why),
  {
    kind: 'table',
    caption: `${title}, by definition, ${span}`,
    headings: ['Definition', 'Share', 'Of how many', 'Who counts so'],
    rows: definitions.map(({ label, usedBy, isOurs, share }) => ({
      heading: isOurs ? `${label} (used in this report)` : label,
      cells: [
        share ? unsourced(sharePrinted(share.numerator, share.denominator, share.denominator < 10 ? 0 : 1) ?? '–') : EMPTY, // prettier-ignore
        share ? unsourced(`${rounded(share.numerator, 0)} of ${rounded(share.denominator, 0)}`) : EMPTY,
        words(usedBy),
      ],
      isTotal: false,
    })),
    notes: [],
  },
]
