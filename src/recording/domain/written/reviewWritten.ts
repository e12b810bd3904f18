import type { PictureSet } from '../../../documents/pictures.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Settings } from '../../../settings/settings.ts'
import type { RegisterReviewFact } from '../../../reviews/registers/reviews.ts'
import type { ReviewDetails } from '../../registers/reviewDetails.ts'
import type { Decision } from '../../registers/recommendations.ts'
import type { Section } from '../record.ts'

/** All that is written after a review is made of this. */
export interface ReviewWritten {
  /** Who gives it out: the authority’s name. */
  issuer: string
  review: RegisterReviewFact
  details: ReviewDetails
  /** Who else came or did not, by what they are to the child. */
  others: readonly { who: string; came: boolean }[]
  /** The day of the review, which was held. */
  heldOn: PlainDate
  /** The name that the child goes by; null where nobody has written it down. */
  childName: string | null
  /** First name alone, for a letter. */
  knownAs: string | null
  /** The IRO’s name; null where the review does not say who chaired. */
  iro: string | null
  decisions: readonly Decision[]
  /** Decisions of earlier reviews that were judged at this one. */
  lookedAt: readonly Decision[]
  /** What the record says, by heading. */
  sections: readonly Section[]
  /** What the letter and its easy-read version say, where someone has written them; null where nobody has. */
  letters: { letter: string | null; easyRead: string | null }
  /** The names of others that the records hold. */
  otherNames: readonly string[]
  /** The authority’s own pictures for easy read. */
  pictures: PictureSet
  settings: Settings
}

/** The kinds of what is written after a review, as files and the command line have them. */
export const writtenKinds = ['decisions', 'record', 'letter', 'easy-read'] as const

/** What is written after a review. */
export type WrittenKind = (typeof writtenKinds)[number]
