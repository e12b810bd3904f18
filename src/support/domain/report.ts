import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const supportReport: readonly ReportPart[] = [
  {
    place: 1610,
    id: 'advocacy',
    title: 'Advocacy and independent visitors',
    says: [
      'A child may have an advocate to help them say what they want, and an independent visitor where that would be in their interests: sections 26A and 23ZB of the Children Act 1989.',
    ],
    figures: ['support.advocacy_referrals', 'support.independent_visitors', 'support.independent_visitors_new'],
    prompt: 'How children hear of advocacy and independent visitors, who waited, and what difference they made.',
  },
]
