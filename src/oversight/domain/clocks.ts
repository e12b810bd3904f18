import { type Clock, deadlineKind } from '../../clocks/clock.ts'

const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** What the clocks of this room are about. */
export const oversightDeadlines = {
  oversight: deadlineKind({ id: 'oversight', words: 'Oversight between reviews' }),
  visit: deadlineKind({ id: 'visit', words: 'Visits by the social worker' }),
}
const { oversight, visit } = oversightDeadlines

const local = { kind: oversight, source: 'The authority’s own rule', confidence: 'local practice' } as const

/** The time limits on oversight. Those of an authority’s own take their number and source from its settings. Rulebook D and E. */
export const oversightClocks = {
  midpoint: {
    ...local,
    id: 'CLK-OVR-1',
    title: 'Check midway between reviews',
    limit: { amount: 91, unit: 'calendar_days' },
    rule: 'halfway between the last review and the day by which the next is due',
  },
  red: {
    ...local,
    id: 'CLK-OVR-2',
    title: 'Check of a child rated red',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'within 28 days of the rating',
  },
  amber: {
    ...local,
    id: 'CLK-OVR-2',
    title: 'Check of a child rated amber',
    limit: { amount: 56, unit: 'calendar_days' },
    rule: 'between 35 and 56 days after the rating',
  },
  quarter: {
    ...local,
    id: 'CLK-OVR-3',
    title: 'An entry this quarter',
    limit: { amount: 91, unit: 'calendar_days' },
    rule: 'at least once in every quarter',
  },
  unregisteredVisit: {
    ...local,
    id: 'CLK-OVR-5',
    title: 'Visit to a placement that is not registered',
    limit: { amount: 5, unit: 'working_days' },
    rule: 'within 5 working days of the start of the placement',
  },
  unregisteredContact: {
    ...local,
    id: 'CLK-OVR-5',
    title: 'Contact with a child in a placement that is not registered',
    limit: { amount: 1, unit: 'months' },
    rule: 'at least once a month until the placement ends',
  },
  supervisionOrder: {
    ...local,
    id: 'CLK-OVR-6',
    title: 'Oversight of a supervision order',
    limit: { amount: 3, unit: 'months' },
    rule: 'at least every 3 months until the order ends',
  },
  emergencyMove: {
    ...local,
    id: 'CLK-OVR-8',
    title: 'An entry after an emergency move',
    limit: { amount: 2, unit: 'working_days' },
    rule: 'within 2 working days of the move',
  },
  contactPlan: {
    ...local,
    id: 'CLK-OVR-9',
    title: 'Contact as agreed with the child',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'as often as the child and the IRO have agreed',
    source: 'The plan agreed with the child',
  },
  childTold: {
    ...local,
    id: 'CLK-IRO-2',
    title: 'Child told who the IRO is',
    limit: { amount: 5, unit: 'working_days' },
    rule: 'within 5 working days of the IRO being named',
  },
  reviewAsked: {
    id: 'CLK-REV-7',
    kind: oversight,
    title: 'Review before the next one is due',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'by the day that was set for it',
    source: `${CARE_PLANNING}, regulations 32(2) and 33(3)`,
    confidence: 'certain',
  },
  iroMeets: {
    id: 'CLK-IRO-3',
    kind: oversight,
    title: 'IRO meets the child',
    limit: { amount: 20, unit: 'working_days' },
    rule: 'before the first review, so within 20 working days of becoming looked after',
    source: 'IRO Handbook',
    confidence: 'likely',
  },
} as const satisfies Record<string, Clock>

const weekly = { amount: 7, unit: 'calendar_days' } as const
const sixWeeks = { amount: 42, unit: 'calendar_days' } as const
const bySocialWorker = { kind: visit, source: `${CARE_PLANNING}, regulation 28`, confidence: 'certain' } as const

/** Visits that the social worker owes. Rulebook J. */
export const visitClocks = {
  first: {
    ...bySocialWorker,
    id: 'CLK-VIS-1',
    title: 'First visit in a placement',
    limit: weekly,
    rule: 'within one week of the start of the placement',
  },
  firstYear: {
    ...bySocialWorker,
    id: 'CLK-VIS-1',
    title: 'Visit by the social worker',
    limit: sixWeeks,
    rule: 'at least every six weeks',
  },
  longTerm: {
    ...bySocialWorker,
    id: 'CLK-VIS-1',
    title: 'Visit by the social worker, long-term placement',
    limit: { amount: 3, unit: 'months' },
    rule: 'at least every three months after the first year, where the placement is meant to last to 18',
  },
  agreedWithChild: {
    ...bySocialWorker,
    id: 'CLK-VIS-2',
    title: 'Visit by the social worker, as agreed with the child',
    limit: { amount: 6, unit: 'months' },
    rule: 'at least every six months after the first year of a long-term foster placement, where the child agrees',
    confidence: 'likely',
  },
  beforeAssessment: {
    ...bySocialWorker,
    id: 'CLK-VIS-3',
    title: 'Weekly visit, with a parent before the assessment is complete',
    limit: weekly,
    rule: 'at least every week until the first review',
  },
  beforeAssessmentLater: {
    ...bySocialWorker,
    id: 'CLK-VIS-3',
    title: 'Visit, with a parent before the assessment is complete',
    limit: sixWeeks,
    rule: 'at least every six weeks after the first review',
  },
  temporaryApproval: {
    ...bySocialWorker,
    id: 'CLK-VIS-4',
    title: 'Weekly visit, with a connected person who is approved for a time',
    limit: weekly,
    rule: 'at least every week until the first review',
  },
  temporaryApprovalLater: {
    ...bySocialWorker,
    id: 'CLK-VIS-4',
    title: 'Visit, with a connected person who is approved for a time',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'at least every four weeks after the first review',
  },
  interimOrderAtHome: {
    ...bySocialWorker,
    id: 'CLK-VIS-4',
    title: 'Weekly visit, at home under an interim care order',
    limit: weekly,
    rule: 'at least every week until the first review',
  },
  interimOrderAtHomeLater: {
    ...bySocialWorker,
    id: 'CLK-VIS-4',
    title: 'Visit, at home under an interim care order',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'at least every four weeks after the first review',
  },
  careOrderAtHome: {
    ...bySocialWorker,
    id: 'CLK-VIS-5',
    title: 'First visit, at home under a care order',
    limit: weekly,
    rule: 'within one week of the order',
  },
  careOrderAtHomeLater: {
    ...bySocialWorker,
    id: 'CLK-VIS-5',
    title: 'Visit, at home under a care order',
    limit: sixWeeks,
    rule: 'at least every six weeks',
  },
  adoptive: {
    kind: visit,
    id: 'CLK-VIS-6',
    title: 'Weekly visit, placed for adoption',
    limit: weekly,
    rule: 'within one week of the placement, then every week until its first review',
    source: 'Adoption Agencies Regulations 2005, regulation 36(4)',
    confidence: 'certain',
  },
  shortBreaks: {
    kind: visit,
    id: 'CLK-VIS-7',
    title: 'First visit in short breaks',
    limit: { amount: 3, unit: 'months' },
    rule: 'within three months of the first short break, on a day of one',
    source: `${CARE_PLANNING}, regulation 48`,
    confidence: 'likely',
  },
  shortBreaksLater: {
    kind: visit,
    id: 'CLK-VIS-7',
    title: 'Visit in short breaks',
    limit: { amount: 6, unit: 'months' },
    rule: 'at least every six months, on a day of a short break',
    source: `${CARE_PLANNING}, regulation 48`,
    confidence: 'likely',
  },
} as const satisfies Record<string, Clock>
