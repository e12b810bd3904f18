import type { EpisodeFact, MissingFact, ReviewFact } from '../../children/domain/record.ts'
import type { PlainDate } from '../../kernel/dates.ts'

export type MadeUpEpisode = Omit<EpisodeFact, 'source'>
export type MadeUpReview = Omit<ReviewFact, 'source'> & {
  /** The day by which it had to be held. */
  due: PlainDate
  /** The day somebody wrote it up: an extract made before then does not have it. */
  recordedOn: PlainDate
}
/** A child's social worker, from the first day up to the day of change. */
export interface MadeUpSocialWorker {
  workerId: string
  from: PlainDate
  /** Null for the last: the return does not end a social worker’s time with care (SW11a). */
  to: PlainDate | null
  /** Why this one took over (SW_REASON). */
  reason: string
}

export type MadeUpAbsence = Omit<MissingFact, 'source'>

/** What happened about adoption in a period of care; each step comes on or after the one before. */
export interface AdoptionPlan {
  decidedOn: PlainDate
  /** The placement order: legal status E1 from here. */
  orderedOn: PlainDate
  placedOn: PlainDate | null
  /** The day the decision was given up, and why (RD1 to RD4); never with `placedOn`. */
  reversed: { on: PlainDate; reason: string } | null
  isWithFosterCarer: boolean
}

/** One run of being looked after, to its end: lives are known whole, a return shows what was known by its day. */
export interface PeriodOfCare {
  from: PlainDate
  to: PlainDate
  episodes: readonly MadeUpEpisode[]
  reviews: readonly MadeUpReview[]
  /** Those after the last day that anything is known of, as they will be held if the child stays: the next is planned. */
  reviewsToCome: readonly MadeUpReview[]
  socialWorkers: readonly MadeUpSocialWorker[]
  adoption: AdoptionPlan | null
}

export interface UnaccompaniedStatus {
  /** The day leave to remain was given; null where the young person turns 18 before. */
  grantedOn: PlainDate | null
}

/** What was tried before care; `kind` Z1 where nothing was, and then no more is said. */
export interface PreviousPermanence {
  kind: string
  authority: string
  on: PlainDate | null
  isDayKnown: boolean
}

/** Everything that ever happens to one made-up child that a return can tell. */
export interface Life {
  child: string
  sex: 'male' | 'female'
  bornOn: PlainDate
  ethnicity: string
  /** From school age on. */
  upn: string
  /** The birth of the young person's own first child. */
  becameMotherOn: PlainDate | null
  /** Null for a child who never was an unaccompanied asylum-seeking child. */
  unaccompanied: UnaccompaniedStatus | null
  periods: readonly PeriodOfCare[]
  /** Stays under V3 or V4. */
  shortBreaks: readonly MadeUpEpisode[]
  absences: readonly MadeUpAbsence[]
  previousPermanence: PreviousPermanence
  /** The numbers that the choices of this child's years come from. */
  seeds: readonly number[]
}
