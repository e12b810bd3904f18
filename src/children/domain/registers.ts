import type { PlainDate } from '../../kernel/dates.ts'

/** Yes, no, or not recorded, which is never counted as no. */
export type YesNo = boolean | null

/** An officer of the service. */
export interface OfficerFact {
  officerId: string
  name: string
  role: 'IRO' | 'FIRO' | 'IRO_AND_CP_CHAIR' | 'MANAGER'
  /** Full-time equivalent, above 0 and up to 1. */
  fte: number
  startedOn: PlainDate
  /** The last day in post. */
  endedOn: PlainDate | null
  employment: 'PERMANENT' | 'AGENCY' | null
  qualifiedOn: PlainDate | null
  email: string | null
}

/** An officer is the child's IRO from `from` up to, not including, `to`. */
export interface AllocationFact {
  child: string
  officerId: string
  from: PlainDate
  to: PlainDate | null
}

/** When the service was told that a child had become looked after. */
export interface NotificationFact {
  child: string
  startedOn: PlainDate
  notifiedOn: PlainDate
}

/** Someone the service reviews or watches over who is not in the return. */
export interface WatchedPersonFact {
  child: string
  kind: 'CARE_LEAVER' | 'SUPERVISION_ORDER' | 'PRIVATE_FOSTERING'
  from: PlainDate
  to: PlainDate | null
  bornOn: PlainDate | null
  sex: string | null
}

export type RegisterReviewKind =
  'CLA' | 'ADOPTION' | 'SHORT_BREAK' | 'SECURE' | 'PATHWAY_18_25' | 'SUPERVISION_ORDER' | 'PRIVATE_FOSTERING'

/** The yes and no of a review: who came, what was current, what was of concern. Named as the register's columns. */
export const reviewAnswers = [
  'child_consulted', 'child_chaired', 'social_worker_attended', 'mother_attended', 'father_attended',
  'parent_views_given', 'parent_met_before', 'manager_agreed', 'adjourned', 'series_of_meetings', 'permanence_plan',
  'care_plan_current', 'pep_current', 'health_assessment_current', 'pathway_plan_current', 'plan_ratified',
  'leisure_needs_met', 'cultural_needs_met', 'substance_misuse', 'exploitation_risk', 'mental_health_need',
  'going_missing',
] as const // prettier-ignore

export type ReviewAnswer = (typeof reviewAnswers)[number]

/** A review as the service's own register has it, planned, held or cancelled. */
export interface RegisterReviewFact {
  reviewRef: string
  child: string
  kind: RegisterReviewKind
  status: 'PLANNED' | 'HELD' | 'CANCELLED'
  firstBookedFor: PlainDate | null
  bookedFor: PlainDate | null
  timesRearranged: number | null
  rearrangedReason: string | null
  /** Of a series of meetings, the first. */
  heldOn: PlainDate | null
  /** Of a series of meetings, the last; where blank, `heldOn`. */
  completedOn: PlainDate | null
  officerId: string | null
  participation: string | null
  format: 'IN_PERSON' | 'VIRTUAL' | 'HYBRID' | null
  socialWorkerReportOn: PlainDate | null
  decisionsOn: PlainDate | null
  recordOn: PlainDate | null
  distributedOn: PlainDate | null
  childLetterOn: PlainDate | null
  managerRespondedOn: PlainDate | null
  lateReason: string | null
  rag: 'RED' | 'AMBER' | 'GREEN' | null
  answers: Readonly<Record<ReviewAnswer, YesNo>>
}

/** A number that the service is compared with, or its own population. */
export interface ContextFact {
  /** `2022-23`. */
  year: string
  /** A figure's id, or `population_0_17`. */
  measure: string
  group: 'TARGET' | 'STATISTICAL_NEIGHBOURS' | 'REGION' | 'ENGLAND' | 'AUTHORITY'
  value: number
  source: string
}

/** What the service's registers say, beside the return. */
export interface RegisterFacts {
  officers: readonly OfficerFact[]
  allocations: readonly AllocationFact[]
  notifications: readonly NotificationFact[]
  people: readonly WatchedPersonFact[]
  reviews: readonly RegisterReviewFact[]
  context: readonly ContextFact[]
}

/** An authority that keeps no registers here. */
export const noRegisters: RegisterFacts = {
  officers: [],
  allocations: [],
  notifications: [],
  people: [],
  reviews: [],
  context: [],
}
