import type { Placed } from '../kernel/inPlace.ts'

/**
 * What a room has printed in the annual report: a section of its figures, with what law and guidance ask. The sentences,
 * tables and comparisons are written from the figures. Places, in the order that published reports share: 100 the summary,
 * 200 the service, 300 the children, 400 timeliness, 500 their part in reviews, 550 consultation, 600 around the review, 700
 * oversight, 800 challenge, 900 permanence, 1000 where children live, 1100 health, 1150 education, 1200 missing, 1300
 * fostering, 1400 care leavers, 1500 audits and learning, 1600 feedback and support, 1700 what was said and done.
 */
export interface ReportPart extends Placed {
  /** Letters, digits and underscores, unlike any other section's; the service's own words are kept under it. */
  id: string
  title: string
  /** Paragraphs that hold in every year: what is asked, and by which law or guidance. */
  says: readonly string[]
  /** The figures by id, in reading order; those without a value are left out. */
  figures: readonly string[]
  /** What the board would want the service to say here; null where there is no place for its words. */
  prompt: string | null
}
