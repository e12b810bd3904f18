import type { PlainDate } from '../../kernel/dates.ts'

/** Where a fact was read: the reporting year's start, the return's table, the row in its file (the header is row 1). */
export interface FactSource {
  year: number
  table: string
  row: number
}

/** The return's codes keep their names here: they are the field's own words and the register of what they mean. */
export interface EpisodeFact {
  from: PlainDate // DECOM
  to: PlainDate | null // DEC; null: still open when the return was made
  reasonForNewEpisode: string // RNE
  legalStatus: string // LS
  categoryOfNeed: string // CIN
  placementType: string // PLACE
  provider: string // PLACE_PROVIDER
  reasonCeased: string // REC; blank while open
  reasonPlacementChanged: string // REASON_PLACE_CHANGE
  homePostcode: string
  placementPostcode: string
  urn: string
  source: FactSource
}

export interface ReviewFact {
  heldOn: PlainDate // REVIEW
  participation: string // REVIEW_CODE; blank: not recorded
  source: FactSource
}

export interface MissingFact {
  from: PlainDate // MIS_START
  to: PlainDate | null // MIS_END
  /** `M` missing, `A` away from placement without authorisation. */
  kind: string
  source: FactSource
}

/** A row of the list of unaccompanied asylum-seeking children: until `ceasesOn` (DUC), or still, where null. */
export interface UnaccompaniedFact {
  ceasesOn: PlainDate | null
  source: FactSource
}

/** A child's OC2 row of one year: what was checked in the year to 31 March. Null: left blank. */
export interface HealthFact {
  year: number
  sdqScore: number | null
  sdqReason: string
  isConvicted: boolean | null
  hadDevelopmentCheck: boolean | null // HEALTH_CHECK
  isImmunised: boolean | null
  hadTeethCheck: boolean | null
  hadHealthAssessment: boolean | null
  hasSubstanceMisuse: boolean | null
  source: FactSource
}

/** A care leaver's OC3 row of one year. */
export interface CareLeaverFact {
  year: number
  inTouch: string
  activity: string
  accommodation: string
  source: FactSource
}

/** A child's AD1 row of one year: details of an adoption. */
export interface AdoptionFact {
  decidedOn: PlainDate | null // DATE_INT
  matchedOn: PlainDate | null // DATE_MATCH
  source: FactSource
}

export interface PlacedForAdoptionFact {
  placedOn: PlainDate | null // DATE_PLACED: the decision that the child should be placed for adoption
  ceasedOn: PlainDate | null
  reasonCeased: string
  source: FactSource
}

export interface PreviousPermanenceFact {
  kind: string // PREV_PERM
  authority: string // LA_PERM
  on: string // DATE_PERM as written: day or month may be `zz`
  source: FactSource
}

/** A social worker who has the child, from 2023-24 on. */
export interface SocialWorkerFact {
  workerId: string // SW_ID
  from: PlainDate // SW_DECOM
  to: PlainDate | null // SW_DEC
  source: FactSource
}

/**
 * All that is known of one child, from every year's return, each fact once. Facts are as the return states them;
 * what they amount to is for `careHistory` to say.
 */
export interface ChildRecord {
  child: string
  sex: 'male' | 'female' | 'not_known'
  bornOn: PlainDate | null
  ethnicity: string
  upn: string
  isMother: boolean
  /** Whether the latest return that lists episodes has one without a start: then it is not known when care began. */
  hasBlankStart: boolean
  episodes: readonly EpisodeFact[]
  reviews: readonly ReviewFact[]
  missing: readonly MissingFact[]
  unaccompanied: readonly UnaccompaniedFact[]
  health: readonly HealthFact[]
  careLeaver: readonly CareLeaverFact[]
  adoption: readonly AdoptionFact[]
  placedForAdoption: readonly PlacedForAdoptionFact[]
  previousPermanence: readonly PreviousPermanenceFact[]
  socialWorkers: readonly SocialWorkerFact[]
}

/** One year's return that is in the records, and whether it reaches back before its year. */
export interface ReturnCoverage {
  year: number
  /** Whether it lists any review held before its first day: such a return carries the reviews' history with it. */
  carriesEarlierReviews: boolean
}
