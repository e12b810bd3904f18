import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const oversightReport: readonly ReportPart[] = [
  {
    place: 700,
    id: 'oversight',
    title: 'Oversight between reviews',
    says: [
      'Between reviews the IRO keeps an eye on the child’s case: section 25B of the Children Act 1989 has the IRO monitor how the authority carries out its functions in it.',
      'An interval runs from one review to the next within a period of care. A child counts once in each quarter.',
    ],
    figures: [
      'oversight.records',
      'oversight.children_with_oversight',
      'oversight.quarterly_footprint',
      'oversight.unregistered',
      'risks.open',
      'risks.in_year',
    ],
    prompt:
      'What oversight between reviews found: plans that drifted, what IROs did about it, and what it changed for children.',
  },
]
