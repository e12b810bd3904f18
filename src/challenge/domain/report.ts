import type { ReportPart } from '../../house/reportPart.ts'

/** What the annual report prints of this room. */
export const challengeReport: readonly ReportPart[] = [
  {
    place: 800,
    id: 'challenge',
    title: 'Challenge and dispute resolution',
    says: [
      'Where the IRO and those who are responsible for the child’s plan do not agree, the IRO negotiates and, where that fails, raises the matter step by step: the IRO Handbook, chapter 6, asks each authority for such a process. The IRO may refer a child’s case to Cafcass at any time: section 25B of the Children Act 1989.',
    ],
    figures: [
      'challenges.raised',
      'challenges.by_highest_stage',
      'challenges.by_ground',
      'challenges.by_agency',
      'challenges.good_practice',
      'challenges.resolved_in_20wd',
      'challenges.with_change',
      'challenges.legal_advice',
      'challenges.cafcass_referred',
      'challenges.cafcass_discussed',
    ],
    prompt:
      'What was challenged and why, by theme; what changed for the children; what themes were taken to senior managers; how independent legal advice is had.',
  },
]
