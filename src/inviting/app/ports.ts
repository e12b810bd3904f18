import type { Register, StoredRows } from '../../registers/register.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Unit } from '../../platform/unitOfWork.ts'

/** What an authority's registers say now. The use case that reads them sees to it that only what may be seen is shown. */
export type FactsNow = (authority: string) => Promise<StoredRows>

/**
 * Subjects of reviews that are no children, as the registers of children's reviews would have them: so that people are
 * invited to their reviews in the same way.
 */
export interface OtherSubjects {
  /** What their reviews are made of. */
  registers: readonly Register[]
  /** These rows with the subject's reviews, their meetings, and who may be asked to them. */
  withSubject: (stored: StoredRows, subject: string, today: PlainDate) => StoredRows
  /** The same of whose review this is; null where no such review is kept. */
  withReview: (stored: StoredRows, reviewRef: string, today: PlainDate) => StoredRows | null
  /** All their reviews and meetings, and no rows else: for officers' calendars. */
  meetingsIn: (stored: StoredRows) => StoredRows
  /** Whom what this contact says before its review concerns: the child who says it, else each child of the subject. */
  childrenOf: (stored: StoredRows, subject: string, contactRef: string, today: PlainDate) => string[]
}

/** What a link in a message leads to. */
export interface InvitationLink {
  authority: string
  reviewRef: string
  contactRef: string
  createdAt: Instant
}

/** Where links are kept. Only who holds a link's token can find it: the token itself is kept nowhere. */
export interface InvitationLinks {
  /** Makes a link as part of the unit and gives its token. */
  make: (unit: Unit, link: { reviewRef: string; contactRef: string }) => Promise<string>
  /** What the token leads to; null for one that leads nowhere. */
  find: (token: string) => Promise<InvitationLink | null>
}

/** A calendar's address that was given out and not switched off. */
export interface CalendarFeed {
  authority: string
  personId: string
  createdAt: Instant
  /** What the feed said when it was last read; null before. */
  lastFingerprint: string | null
}

/** Where the addresses of calendars are kept; a person has one at most. */
export interface CalendarFeeds {
  /** Ends the person's feed, if any, and begins another; gives its token. */
  begin: (authority: string, personId: string) => Promise<string>
  /** When the person's feed began; null where there is none. */
  begunAt: (authority: string, personId: string) => Promise<Instant | null>
  /** Ends the person's feed; nothing where there is none. */
  end: (authority: string, personId: string) => Promise<void>
  /** The feed of this token; null where there is none or it has ended. */
  find: (token: string) => Promise<CalendarFeed | null>
  /** Notes what the feed of this token has said. */
  noteSaid: (token: string, fingerprint: string) => Promise<void>
}
