import type { Instant } from '../../kernel/dates.ts'

/** Where the service's own words are kept, by section of a year's report. Nothing is overwritten. */
export interface WordsStore {
  /** As known at a moment, or now where null. */
  read: (authority: string, year: number, knownAt: Instant | null) => Promise<ReadonlyMap<string, string>>
  /** Words that say nothing take the section's words away. */
  write: (authority: string, year: number, section: string, words: string) => Promise<void>
}
