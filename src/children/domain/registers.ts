import type { PlainDate } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'

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
  'plan_agreed', 'leisure_needs_met', 'cultural_needs_met', 'substance_misuse', 'exploitation_risk', 'mental_health_need',
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

/** Who someone around a child is, for whoever asks or tells them something. */
export type ContactRole =
  | 'CHILD'
  | 'MOTHER'
  | 'FATHER'
  | 'PARENT'
  | 'CARER'
  | 'SOCIAL_WORKER'
  | 'EDUCATION'
  | 'HEALTH'
  | 'ADVOCATE'
  | 'INDEPENDENT_VISITOR'
  | 'INTERPRETER'
  | 'OTHER'

export type MessageChannel = 'EMAIL' | 'TEXT' | 'LETTER'

/** Someone to be asked to a child's reviews, the child among them. */
export interface ContactFact {
  child: string
  contactRef: string
  role: ContactRole
  name: string
  /** How they want to hear of things; null where nobody has asked. */
  channel: MessageChannel | null
  email: string | null
  phone: string | null
  /** The lines of the postal address, with line ends between them. */
  address: string | null
  /** The language they need, where it is not English. */
  language: string | null
  /** From this day on they are no longer asked. */
  until: PlainDate | null
}

/** Two of the authority's children who are of one family. `PARENT`: the child is the relative's parent. */
export interface FamilyTieFact {
  child: string
  relative: string
  kind: 'SIBLING' | 'PARENT'
  /** Why these siblings do not have the same officer, where someone has decided so. */
  apartReason: string | null
}

/** How a child wants reviews to be, in the child's own words where they were written down. Kept until it is said anew. */
export interface ReviewChoiceFact {
  child: string
  /** The day it was said. */
  on: PlainDate
  where: string | null
  when: string | null
  format: 'IN_PERSON' | 'VIRTUAL' | 'HYBRID' | null
  whoToCome: string | null
  /** In words. */
  whoNotToCome: string | null
  /** The contacts who must not come. */
  contactsNotToCome: readonly string[]
  anythingElse: string | null
  toldTo: string | null
}

/** One meeting of a review, booked for a time of an officer. */
export interface MeetingFact {
  reviewRef: string
  /** 1 for the review's first meeting. */
  number: number
  child: string
  on: PlainDate
  /** `14:30`; null where only the day is booked. */
  startsAt: string | null
  endsAt: string | null
  officerId: string | null
  place: string | null
  format: 'IN_PERSON' | 'VIRTUAL' | 'HYBRID' | null
  /** The review's own meeting, a further one of a series, or that to which it was adjourned. */
  purpose: 'REVIEW' | 'SERIES' | 'RESUMED'
  status: 'BOOKED' | 'HELD' | 'CANCELLED'
  /** Why it is not as the child chose, for the child to read. */
  whyNotAsChosen: string | null
  /** Why it was cancelled. */
  cancelledWhy: string | null
  /** Why someone who may do so set a rule of booking aside for it: a second adjournment, one of more than its days. */
  overrideReason: string | null
}

/** One move of a review's date. */
export interface RearrangementFact {
  reviewRef: string
  /** 1 for the first. */
  number: number
  child: string
  /** The day on which it was moved. */
  on: PlainDate
  fromDay: PlainDate
  toDay: PlainDate
  askedBy: 'CHILD' | 'PARENT' | 'CARER' | 'SOCIAL_WORKER' | 'OFFICER' | 'OTHER_PROFESSIONAL' | 'SERVICE'
  reason: string
  /** Days from the new day to when the review is due; below 0 where that is past; null where no due date was known. */
  slackDays: number | null
}

/** Days on which an officer is not at work, the first and the last included. */
export interface AbsenceFact {
  officerId: string
  from: PlainDate
  to: PlainDate
  kind: 'LEAVE' | 'OTHER'
}

/** A child's wish for another officer, and what became of it. */
export interface OfficerRequestFact {
  child: string
  on: PlainDate
  askedBy: 'CHILD' | 'PARENT' | 'CARER' | 'SOCIAL_WORKER' | 'OTHER'
  reason: string | null
  /** Null until someone has decided. */
  decision: 'AGREED' | 'NOT_AGREED' | null
  decidedOn: PlainDate | null
  decisionReason: string | null
}

/** A change of a child's officer. */
export interface HandoverFact {
  child: string
  /** The first day of the new officer. */
  on: PlainDate
  fromOfficer: string
  toOfficer: string
  reason: string
  note: string | null
}

/** What the service's registers say, beside the return. */
export interface RegisterFacts {
  officers: readonly OfficerFact[]
  allocations: readonly AllocationFact[]
  notifications: readonly NotificationFact[]
  people: readonly WatchedPersonFact[]
  reviews: readonly RegisterReviewFact[]
  context: readonly ContextFact[]
  contacts: readonly ContactFact[]
  family: readonly FamilyTieFact[]
  choices: readonly ReviewChoiceFact[]
  meetings: readonly MeetingFact[]
  rearrangements: readonly RearrangementFact[]
  absences: readonly AbsenceFact[]
  officerRequests: readonly OfficerRequestFact[]
  handovers: readonly HandoverFact[]
}

/** An authority that keeps no registers here. */
export const noRegisters: RegisterFacts = {
  officers: [],
  allocations: [],
  notifications: [],
  people: [],
  reviews: [],
  context: [],
  contacts: [],
  family: [],
  choices: [],
  meetings: [],
  rearrangements: [],
  absences: [],
  officerRequests: [],
  handovers: [],
}

/**
 * Gives what registers say without what is said of those who may not be seen: every fact that names a child is asked
 * about. Of the same list it always gives the same.
 */
export function registersSeen(maySee: (child: string) => boolean): (facts: RegisterFacts) => RegisterFacts {
  const seen = <Fact extends object>() =>
    rememberedFor((list: readonly Fact[]): readonly Fact[] =>
      list.filter((fact) =>
        [childNamed(fact, 'child'), childNamed(fact, 'relative')].every((child) => child === null || maySee(child)),
      ),
    )
  const officers = seen<OfficerFact>()
  const allocations = seen<AllocationFact>()
  const notifications = seen<NotificationFact>()
  const people = seen<WatchedPersonFact>()
  const reviews = seen<RegisterReviewFact>()
  const context = seen<ContextFact>()
  const contacts = seen<ContactFact>()
  const family = seen<FamilyTieFact>()
  const choices = seen<ReviewChoiceFact>()
  const meetings = seen<MeetingFact>()
  const rearrangements = seen<RearrangementFact>()
  const absences = seen<AbsenceFact>()
  const officerRequests = seen<OfficerRequestFact>()
  const handovers = seen<HandoverFact>()
  return (facts) => ({
    officers: officers(facts.officers),
    allocations: allocations(facts.allocations),
    notifications: notifications(facts.notifications),
    people: people(facts.people),
    reviews: reviews(facts.reviews),
    context: context(facts.context),
    contacts: contacts(facts.contacts),
    family: family(facts.family),
    choices: choices(facts.choices),
    meetings: meetings(facts.meetings),
    rearrangements: rearrangements(facts.rearrangements),
    absences: absences(facts.absences),
    officerRequests: officerRequests(facts.officerRequests),
    handovers: handovers(facts.handovers),
  })
}

const childNamed = (fact: object, name: 'child' | 'relative'): string | null => {
  const value: unknown = name in fact ? Reflect.get(fact, name) : null
  return typeof value === 'string' ? value : null
}
