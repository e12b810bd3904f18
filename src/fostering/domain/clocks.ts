import type { Clock } from '../../clocks/clock.ts'
import { fosteringKinds } from './deadlineKinds.ts'

const FOSTERING_SERVICES = 'Fostering Services (England) Regulations 2011'

/** The time limits on reviews of fostering households. Rulebook section G. */
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
} as const satisfies Record<string, Clock>

/** How long before its months end an initial review counts as one. CLK-FOS-3. */
export const INITIAL_WINDOW_DAYS = 28
