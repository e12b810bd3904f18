import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const courtReport: readonly ReportPart[] = [
  {
    place: 730,
    id: 'proceedings',
    title: 'Care proceedings',
    says: [
      'Care proceedings are to be concluded within 26 weeks of the application: section 32 of the Children Act 1989, as amended in 2014. The court may extend them by up to 8 weeks at a time.',
      'Each child’s proceedings count by themselves, and extensions do not change what counts as within 26 weeks.',
    ],
    figures: ['proceedings.in_26_weeks'],
    prompt:
      'How IROs and guardians worked together: papers that came late, handovers at the end, and what was raised with Cafcass.',
  },
]
