import { type Clock, deadlineKind } from '../../clocks/clock.ts'

/** What the clocks on preparing a review, and on what follows it, are about. */
export const recordingKinds = {
  preparation: deadlineKind({ id: 'review_preparation', words: 'Preparing reviews' }),
  record: deadlineKind({ id: 'review_record', words: 'Records of reviews' }),
  decision: deadlineKind({ id: 'decision', words: 'Decisions of reviews' }),
}

const HANDBOOK = 'IRO Handbook, statutory guidance, March 2010, chapter 3'

/** The time limits before a review. Rulebook C, CLK-PRE. */
export const preparationClocks = {
  report: {
    id: 'CLK-PRE-2',
    kind: recordingKinds.preparation,
    title: 'Social work report to the IRO',
    limit: { amount: 3, unit: 'working_days', isBefore: true },
    rule: 'at least 3 working days before the review',
    source: HANDBOOK,
    confidence: 'likely',
  },
  oversight: {
    id: 'CLK-PRE-3',
    kind: recordingKinds.preparation,
    title: 'Check of reports and plan before the review',
    limit: { amount: 2, unit: 'working_days', isBefore: true },
    rule: 'at least 2 working days before the review',
    source: 'Leicester IRO annual report 2020-21, 5.2',
    confidence: 'local practice',
  },
  child: {
    id: 'CLK-PRE-4',
    kind: recordingKinds.preparation,
    title: 'IRO speaks to the child before the review',
    limit: { amount: 0, unit: 'calendar_days', isBefore: true },
    rule: 'before the review starts',
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 36(1)(b); IRO Handbook, chapter 3',
    confidence: 'likely',
  },
} as const satisfies Record<string, Clock>

/** The time limits after a review. Rulebook C, CLK-REC. */
export const recordClocks = {
  decisions: {
    id: 'CLK-REC-1',
    kind: recordingKinds.record,
    title: 'Decisions of the review sent',
    limit: { amount: 5, unit: 'working_days' },
    rule: 'within 5 working days of the end of the review',
    source: HANDBOOK,
    confidence: 'certain',
  },
  response: {
    id: 'CLK-REC-2',
    kind: recordingKinds.record,
    title: 'Manager’s answer to the decisions',
    limit: { amount: 5, unit: 'working_days' },
    rule: 'within 5 working days of receiving the decisions',
    source: HANDBOOK,
    confidence: 'likely',
  },
  record: {
    id: 'CLK-REC-3',
    kind: recordingKinds.record,
    title: 'Record of the review written',
    limit: { amount: 15, unit: 'working_days' },
    rule: 'within 15 working days of the end of the review',
    source: HANDBOOK,
    confidence: 'certain',
  },
  distribution: {
    id: 'CLK-REC-4',
    kind: recordingKinds.record,
    title: 'Record of the review sent out',
    limit: { amount: 20, unit: 'working_days' },
    rule: 'within 20 working days of the end of the review',
    source: HANDBOOK,
    confidence: 'certain',
  },
  planUpdated: {
    id: 'CLK-REC-5',
    kind: recordingKinds.record,
    title: 'Care plan updated after the review',
    limit: { amount: 10, unit: 'working_days' },
    rule: 'within 10 working days of the end of the review',
    source: 'A rule of many councils',
    confidence: 'local practice',
  },
} as const satisfies Record<string, Clock>

/** After a review without a meeting: the next must have one within a year of the last meeting. Rulebook B, CLK-REV-11. */
export const meetingClock: Clock = {
  id: 'CLK-REV-11',
  kind: recordingKinds.preparation,
  title: 'Review with a meeting',
  limit: { amount: 12, unit: 'months' },
  rule: 'at least once in every 12 months, where reviews of a long-term foster placement are held without a meeting',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33, as amended by SI 2015/495, regulation 5',
  confidence: 'likely',
}

/** One decision’s own date: as many days after the review as it was given. CLK-REC-6. */
export const decisionClock = (name: string, days: number): Clock => ({
  id: 'CLK-REC-6',
  kind: recordingKinds.decision,
  title: `Decision ${name}`,
  titleOfAll: 'A decision of a review',
  limit: { amount: days, unit: 'calendar_days' },
  rule: 'by the date that the review set for it',
  source: HANDBOOK,
  confidence: 'certain',
})
