/**
 * Something odd in what was imported that does not stop the import: what it is, where it stands, and how it is
 * counted nevertheless.
 */
export interface Finding {
  /** The kind of oddity, for grouping: `overlapping_episodes`. */
  code: string
  child: string
  /** The row it was seen in; null where it is about the child as a whole. */
  source: { year: number; table: string; row: number } | null
  /** What is odd, in a sentence. Holds codes and dates, never a name. */
  what: string
  /** How it is counted, in a sentence. */
  counted: string
}
