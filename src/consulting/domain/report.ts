import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const consultingReport: readonly ReportPart[] = [
  {
    place: 550,
    id: 'consultation',
    title: 'Consultation before reviews',
    says: [
      'Before deciding what is to be done, the authority finds out the wishes and feelings of the child, of parents and of others whose views are relevant: section 22(4) of the Children Act 1989. The IRO Handbook has the child asked before each review.',
    ],
    figures: ['consultations.returned', 'reviews.invitations_on_time', 'digital.statements'],
    prompt:
      'How children and others are asked before a review, what helps them to answer, and what their answers changed.',
  },
  {
    place: 1600,
    id: 'feedback',
    title: 'Feedback and compliments',
    says: [],
    figures: ['feedback.complaints', 'feedback.compliments'],
    prompt:
      'What children, parents, carers and partners said of the service: who, as a group and never as a person. What the service learned from complaints, and what it changed.',
  },
]
