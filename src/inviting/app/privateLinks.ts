import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Unit } from '../../platform/unitOfWork.ts'

/** What a private link opens, and for whom. */
export interface LinkTarget {
  /** The one thing that it opens: `invitation`, `consultation`. A link of one purpose opens nothing of another. */
  purpose: string
  /** Whom it is about; null where its review says it. */
  child: string | null
  reviewRef: string | null
  /** To which of the child's contacts it is given. */
  contactRef: string
}

/** A link that was found by its token. */
export interface PrivateLink extends LinkTarget {
  authority: string
  /** What of its purpose it opens, by the name that its room gives it: a form. Null where there is nothing to choose. */
  detail: string | null
  createdAt: Instant
  /** The last day on which it opens; null where what it leads to says that. */
  endsOn: PlainDate | null
}

/** Where private links are kept. Only someone who holds a link's token can find it: the token itself is kept nowhere. */
export interface PrivateLinks {
  /** Makes a link as part of the unit and gives its token. */
  make: (unit: Unit, link: LinkTarget & Pick<PrivateLink, 'endsOn' | 'detail'>) => Promise<string>
  /** As `make`; links of this purpose that the contact had before are ended: an older one opens nothing from then on. */
  replace: PrivateLinks['make']
  /** What the token opens for this purpose; null for one that opens nothing. Whether its last day is over, the caller sees. */
  find: (purpose: string, token: string) => Promise<PrivateLink | null>
  /**
   * Notes that what the link asks for was typed, rightly or wrongly; false where it opens nothing any more. A link that is
   * missed ten times opens nothing from then on. Tries wait for each other: of many at once no more than ten are told apart.
   */
  tried: (token: string, isRight: boolean) => Promise<boolean>
  /** Ends this link as part of the unit; false where it was ended before: of two people who use it at once, one is too late. */
  use: (unit: Unit, token: string) => Promise<boolean>
  /**
   * Ends, as part of the unit, the links of this purpose that the contact has: an older one opens nothing from then on.
   * Gives what the latest of them opened (`detail`); null where there was none.
   */
  end: (unit: Unit, link: LinkTarget) => Promise<string | null>
}
