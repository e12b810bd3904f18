import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { CountedFigure } from '../domain/disclosure/rules.ts'
import type { Hiding } from '../domain/disclosure/search.ts'
import type { Edition } from '../domain/edition.ts'
import type { StepTaken } from '../domain/published/course.ts'
import type { PublishedContent } from './published.ts'

/** What someone wrote in a section. */
export interface WordsWritten {
  words: string
  /** The person's id; null where that was not kept. */
  by: string | null
  at: Instant
}

/** Where the service's own words are kept, by section of a year's report. Nothing is overwritten. */
export interface WordsStore {
  /** As known at a moment, or now where null. */
  read: (authority: string, year: number, knownAt: Instant | null) => Promise<ReadonlyMap<string, string>>
  /** Words that say nothing take the section's words away. `by`: the id of the person who wrote them. */
  write: (authority: string, year: number, section: string, words: string, by: string) => Promise<void>
  /** All that was ever written in the sections of a year, the latest first. */
  history: (authority: string, year: number) => Promise<ReadonlyMap<string, readonly WordsWritten[]>>
}

/** A file of a published report, as it was given out. */
export interface PublishedFile {
  edition: Edition
  format: string
  name: string
  type: string
  content: Buffer
  /** SHA-256 in hexadecimal. */
  fingerprint: string
}

/** What is known of a publication before it is opened. */
export interface PublicationHead {
  /** `1` for the first of its year. */
  number: number
  publishedAt: Instant
  /** The name that they had then. */
  by: string
  /** The last day that is counted. */
  asAt: PlainDate
  /** What was known then, and nothing recorded later, is what it says. */
  knownAt: Instant
  /** SHA-256 of its content, in hexadecimal. */
  fingerprint: string
}

/** A publication with what it rests on, and which files were given out. */
export interface Publication extends PublicationHead {
  content: PublishedContent
  files: readonly Omit<PublishedFile, 'content'>[]
}

/** A step to be kept, by whom: their id, and their name. */
export interface StepToKeep extends Omit<StepTaken, 'at' | 'by'> {
  person: { id: string; name: string }
}

/** What is published with the last step. */
export interface ToPublish {
  number: number
  content: PublishedContent
  files: readonly Omit<PublishedFile, 'fingerprint'>[]
}

/** Where the way of reports to the public is kept, and what was published. Nothing of it ever changes. */
export interface PublishingStore {
  /** The steps of a year, in their order. */
  steps: (authority: string, year: number) => Promise<readonly StepTaken[]>
  /**
   * Keeps a step as the one after so many, with what it publishes, or nothing of it: false where someone else has taken
   * that place.
   */
  keepStep: (
    authority: string,
    year: number,
    after: number,
    step: StepToKeep,
    publishes: ToPublish | null,
  ) => Promise<boolean>
  /**
   * A moment after all that was recorded of the authority, and before all that will be: waits for transactions that are
   * storing something that a report is made from.
   */
  momentOfKnowledge: (authority: string) => Promise<Instant>
  /** Of a year, the first first. */
  publications: (authority: string, year: number) => Promise<readonly PublicationHead[]>
  /** Null where there is no such. */
  publication: (authority: string, year: number, number: number) => Promise<Publication | null>
  file: (
    authority: string,
    year: number,
    number: number,
    edition: Edition,
    format: string,
  ) => Promise<PublishedFile | null>
}

/** Finds what of each year's figures nobody may read: the fewest numbers that protect the small ones (ADR 0018). */
export type SearchHiding = (years: readonly (readonly CountedFigure[])[]) => Promise<Hiding[]>
