import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const learningReport: readonly ReportPart[] = [
  {
    place: 1500,
    id: 'audits',
    title: 'Audits and learning',
    says: [],
    figures: ['audits.count', 'audits.by_grade', 'audits.good_share', 'audits.share_by_iros'],
    prompt: 'What audits and observations showed, what was done about it, and what the service learned.',
  },
]
