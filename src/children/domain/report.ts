import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of children in care beside what `reporting` writes itself. */
export const childrenReport: readonly ReportPart[] = [
  {
    place: 1150,
    id: 'education',
    title: 'Education and identity',
    says: [
      'A child of school age who is looked after has a personal education plan as part of the care plan: regulation 5 of the Care Planning, Placement and Case Review (England) Regulations 2010.',
      'What reviews found of personal education plans, and of cultural and leisure needs, stands under “Before and after the review”.',
    ],
    figures: ['education.pep_current', 'education.pep_current_post16', 'identity.life_story'],
    prompt:
      'What reviews found of schooling: exclusions, changes of school, and what was done where a plan was out of date.',
  },
]
