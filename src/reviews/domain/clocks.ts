import { careKinds } from '../../children/domain/deadlineKinds.ts'
import type { Clock } from '../../clocks/clock.ts'
import type { RegisterReviewKind } from '../registers/reviews.ts'
import { reviewKinds } from './deadlineKinds.ts'

/** A clock of reviews: what is booked to meet it is a review of some kind. */
export interface ReviewClock extends Clock {
  meeting?: RegisterReviewKind
}

const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const ADOPTION_AGENCIES = 'Adoption Agencies Regulations 2005'

/** The time limits on reviews that the return's facts can start. Rulebook section B. */
export const reviewClocks = {
  first: {
    id: 'CLK-REV-1',
    kind: reviewKinds.review,
    meeting: 'CLA',
    title: 'First review',
    limit: { amount: 20, unit: 'working_days' },
    rule: 'within 20 working days of becoming looked after',
    source: `${CARE_PLANNING}, regulation 33(1)`,
    confidence: 'certain',
  },
  second: {
    id: 'CLK-REV-2',
    kind: reviewKinds.review,
    meeting: 'CLA',
    title: 'Second review',
    limit: { amount: 3, unit: 'months' },
    rule: 'not more than 3 months after the first review was held',
    source: `${CARE_PLANNING}, regulation 33(2)`,
    confidence: 'certain',
  },
  later: {
    id: 'CLK-REV-3',
    kind: reviewKinds.review,
    meeting: 'CLA',
    title: 'Third or subsequent review',
    limit: { amount: 6, unit: 'months' },
    rule: 'not more than 6 months after the last review was held',
    source: `${CARE_PLANNING}, regulation 33(2)`,
    confidence: 'certain',
  },
  adjourned: {
    id: 'CLK-REV-8',
    kind: reviewKinds.completion,
    title: 'Rest of an adjourned review',
    limit: { amount: 20, unit: 'working_days' },
    rule: 'not more than 20 working days after the meeting that was adjourned',
    source: `${CARE_PLANNING}, regulation 36(2)`,
    confidence: 'likely',
  },
  series: {
    id: 'CLK-REV-9',
    kind: reviewKinds.completion,
    title: 'Last meeting of a review',
    limit: { amount: 20, unit: 'working_days' },
    rule: 'within 20 working days of the review’s first meeting',
    source: `${CARE_PLANNING}, regulation 36(2); IRO Handbook, chapter 3`,
    confidence: 'likely',
  },
  shortBreaks: {
    id: 'CLK-REV-13',
    kind: reviewKinds.shortBreak,
    meeting: 'SHORT_BREAK',
    title: 'First review of short breaks',
    limit: { amount: 3, unit: 'months' },
    rule: 'within 3 months of the start of the first short break',
    source: `${CARE_PLANNING}, regulation 48(3)`,
    confidence: 'certain',
  },
  laterShortBreaks: {
    id: 'CLK-REV-13',
    kind: reviewKinds.shortBreak,
    meeting: 'SHORT_BREAK',
    title: 'Second or subsequent review of short breaks',
    limit: { amount: 6, unit: 'months' },
    rule: 'not more than 6 months after the last review of the short breaks',
    source: `${CARE_PLANNING}, regulation 48(3)`,
    confidence: 'certain',
  },
  authorised: {
    id: 'CLK-REV-15',
    kind: reviewKinds.review,
    meeting: 'ADOPTION',
    title: 'Review after authority to place for adoption',
    limit: { amount: 3, unit: 'months' },
    rule: 'not more than 3 months after the agency first has authority to place the child for adoption',
    source: `${ADOPTION_AGENCIES}, regulation 36(1)`,
    confidence: 'certain',
  },
  authorisedLater: {
    id: 'CLK-REV-15',
    kind: reviewKinds.review,
    meeting: 'ADOPTION',
    title: 'Second or subsequent review while authorised to be placed for adoption',
    limit: { amount: 6, unit: 'months' },
    rule: 'not more than 6 months after the last review, until the child is placed',
    source: `${ADOPTION_AGENCIES}, regulation 36(1)`,
    confidence: 'certain',
  },
  placed: {
    id: 'CLK-REV-16',
    kind: reviewKinds.review,
    meeting: 'ADOPTION',
    title: 'First review after placing for adoption',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'not more than 4 weeks after the child was placed for adoption',
    source: `${ADOPTION_AGENCIES}, regulation 36(3)(a)`,
    confidence: 'certain',
  },
  placedSecond: {
    id: 'CLK-REV-16',
    kind: reviewKinds.review,
    meeting: 'ADOPTION',
    title: 'Second review after placing for adoption',
    limit: { amount: 3, unit: 'months' },
    rule: 'not more than 3 months after the first review of the adoptive placement',
    source: `${ADOPTION_AGENCIES}, regulation 36(3)(b)`,
    confidence: 'certain',
  },
  placedLater: {
    id: 'CLK-REV-16',
    kind: reviewKinds.review,
    meeting: 'ADOPTION',
    title: 'Third or subsequent review of the adoptive placement',
    limit: { amount: 6, unit: 'months' },
    rule: 'not more than 6 months after the last review, until the adoption order',
    source: `${ADOPTION_AGENCIES}, regulation 36(3)(c)`,
    confidence: 'certain',
  },
  returned: {
    id: 'CLK-REV-17',
    kind: reviewKinds.review,
    meeting: 'ADOPTION',
    title: 'Review after an adoptive placement ended',
    limit: { amount: 42, unit: 'calendar_days' },
    rule: 'between 28 and 42 days after the child returned from the adoptive placement',
    source: `${ADOPTION_AGENCIES}, regulation 36(8)`,
    confidence: 'likely',
  },
  secure: {
    id: 'CLK-REV-19',
    kind: reviewKinds.secure,
    title: 'Review of the criteria for secure accommodation',
    limit: { amount: 1, unit: 'months' },
    rule: 'within 1 month of being placed in secure accommodation, by a panel of its own',
    source: 'Children (Secure Accommodation) Regulations 1991, regulations 15 and 16',
    confidence: 'certain',
  },
  secureLater: {
    id: 'CLK-REV-19',
    kind: reviewKinds.secure,
    title: 'Second or subsequent review of the criteria for secure accommodation',
    limit: { amount: 3, unit: 'months' },
    rule: 'at intervals of not more than 3 months while secure accommodation continues',
    source: 'Children (Secure Accommodation) Regulations 1991, regulations 15 and 16',
    confidence: 'certain',
  },
  pathway: {
    id: 'CLK-REV-20',
    kind: careKinds.pathwayPlan,
    meeting: 'PATHWAY_18_25',
    title: 'Pathway plan review',
    limit: { amount: 6, unit: 'months' },
    rule: 'not more than 6 months after the last review',
    source: 'Care Leavers (England) Regulations 2010, regulation 7',
    confidence: 'certain',
  },
} as const satisfies Record<string, ReviewClock>

/** Days after a return from adopters before which a review does not satisfy CLK-REV-17. */
export const RETURNED_NOT_BEFORE_DAYS = 28
