import type { Clock } from '../../clocks/clock.ts'
import { fosteringKinds } from './deadlineKinds.ts'

const PRIVATE_ARRANGEMENTS = 'Children (Private Arrangements for Fostering) Regulations 2005'
const FOSTERING_SERVICES = 'Fostering Services (England) Regulations 2011'

/** The time limits on reviews of fostering households and on private arrangements. Rulebook sections E and G. */
export const fosteringClocks = {
  first: {
    id: 'CLK-FOS-1',
    kind: fosteringKinds.review,
    title: 'First fostering review',
    limit: { amount: 12, unit: 'months' },
    rule: 'not more than a year after the approval; its report goes to the fostering panel',
    source: `${FOSTERING_SERVICES}, regulation 28(2) and (5)`,
    confidence: 'certain',
  },
  later: {
    id: 'CLK-FOS-2',
    kind: fosteringKinds.review,
    title: 'Yearly fostering review',
    limit: { amount: 12, unit: 'months' },
    rule: 'not more than 12 months after the last review was held',
    source: `${FOSTERING_SERVICES}, regulation 28(2)`,
    confidence: 'certain',
  },
  initial: {
    id: 'CLK-FOS-3',
    kind: fosteringKinds.review,
    title: 'Initial fostering review',
    limit: { amount: 6, unit: 'months' },
    rule: '6 months after the carers’ first placement',
    source: 'Blackpool IRO annual report 2013-14, 6.12',
    confidence: 'local practice',
  },
  afterInvestigation: {
    id: 'CLK-FOS-4',
    kind: fosteringKinds.review,
    title: 'Fostering review after an allegation or a change',
    limit: { amount: 20, unit: 'working_days' },
    rule: 'within 20 working days of the end of the investigation',
    source: 'The authority’s own rule: the law asks for a review and gives no number of days',
    confidence: 'local practice',
  },
  notice: {
    id: 'CLK-FOS-5',
    kind: fosteringKinds.decision,
    title: 'Carers’ answer to a proposal, and the decision',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'within 28 days of the written notice, in which the carers may ask for the panel or an independent review',
    source: `${FOSTERING_SERVICES}, regulation 28`,
    confidence: 'likely',
  },
  privateNotice: {
    id: 'CLK-PF-1',
    kind: fosteringKinds.privateFostering,
    title: 'Notice of private fostering',
    limit: { amount: 42, unit: 'calendar_days', isBefore: true },
    rule: 'at least 6 weeks before the arrangement is to begin',
    source: `${PRIVATE_ARRANGEMENTS}, regulation 3`,
    confidence: 'certain',
  },
  privateFirstVisit: {
    id: 'CLK-PF-2',
    kind: fosteringKinds.privateFostering,
    title: 'First visit to a child privately fostered',
    limit: { amount: 7, unit: 'working_days' },
    rule: 'within 7 working days of being notified',
    source: `${PRIVATE_ARRANGEMENTS}, regulations 4 and 7`,
    confidence: 'likely',
  },
  privateVisit: {
    id: 'CLK-PF-3',
    kind: fosteringKinds.privateFostering,
    title: 'Visit to a child privately fostered',
    limit: { amount: 42, unit: 'calendar_days' },
    rule: 'at intervals of not more than 6 weeks in the first year',
    source: `${PRIVATE_ARRANGEMENTS}, regulation 8`,
    confidence: 'certain',
  },
  privateLaterVisit: {
    id: 'CLK-PF-3',
    kind: fosteringKinds.privateFostering,
    title: 'Visit to a child privately fostered',
    limit: { amount: 84, unit: 'calendar_days' },
    rule: 'at intervals of not more than 12 weeks after the first year',
    source: `${PRIVATE_ARRANGEMENTS}, regulation 8`,
    confidence: 'certain',
  },
  privateSummary: {
    id: 'CLK-OVR-7',
    kind: fosteringKinds.privateFostering,
    title: 'Quarterly report on a private arrangement',
    limit: { amount: 3, unit: 'months' },
    rule: 'every 3 months, to senior leaders',
    source: 'Cheshire East IRO annual report 2023-24',
    confidence: 'local practice',
  },
} as const satisfies Record<string, Clock>

/** How long before its months end an initial review counts as one. CLK-FOS-3. */
export const INITIAL_WINDOW_DAYS = 28
