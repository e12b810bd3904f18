import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const fosteringReport: readonly ReportPart[] = [
  {
    place: 1300,
    id: 'fostering',
    title: 'Fostering',
    says: [
      'A foster carer’s approval is reviewed within a year of it, and then whenever the fostering service thinks it necessary, at intervals of not more than a year: regulation 28 of the Fostering Services (England) Regulations 2011.',
    ],
    figures: [
      'foster.carers',
      'foster.reviews_held',
      'foster.reviews_on_time',
      'foster.allegation_reviews',
      'foster.survey',
    ],
    prompt: 'What reviews of foster carers found, what held them up, and what carers and children said.',
  },
]
