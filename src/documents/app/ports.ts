import type { Instant } from '../../kernel/dates.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { IssueContent } from '../issue.ts'
import type { WrittenFields } from '../kind.ts'

/** Which document: of which kind, and about what. */
export interface DocumentNamed {
  /** The kind's name. */
  kind: string
  /** What it is about, by the name that its room gives it: a review's reference. */
  ref: string
}

/** What someone writes of a document. */
export interface Written {
  personId: string
  written: WrittenFields
  /** The children it is about. */
  children: readonly string[]
}

/** What someone is writing, and nobody else changes. */
export interface Draft extends Written {
  /** Counts its savings from 1: the person who saves names the one that they read. */
  version: number
  savedAt: Instant
}

/** A draft to be kept in place of the one whose version it names; of none where null. */
export interface DraftToSave extends DocumentNamed, Written {
  replaces: number | null
}

/** What was issued, as it is kept for good. */
export interface Issue {
  id: string
  content: IssueContent
  /** SHA-256 of the content as it is kept, in hexadecimal. */
  fingerprint: string
}

/** Where documents are kept. Nothing of it is in a world: it is fetched where it is shown. */
export interface DocumentStore {
  /** Everyone's drafts of a document, the latest saved first. */
  drafts: (authority: string, document: DocumentNamed) => Promise<readonly Draft[]>
  /** Keeps a person's one draft of a document, in place; gives its version, null where it has another than was named. */
  saveDraft: (authority: string, draft: DraftToSave) => Promise<number | null>
  /** Drops the person's draft as part of the unit; false where there is none of this version. */
  takeDraft: (unit: Unit, draft: DocumentNamed & Pick<Draft, 'personId' | 'version'>) => Promise<boolean>
  /** The issues of a document, the latest first. */
  issues: (authority: string, document: DocumentNamed) => Promise<readonly Issue[]>
  /** The latest issue of a document, as it stands in the unit; null where there is none. */
  latest: (unit: Unit, document: DocumentNamed) => Promise<Issue | null>
  /** The latest issue of every document of a kind. */
  latestOfKind: (authority: string, kind: string) => Promise<readonly Issue[]>
  /** Null where there is none. */
  issue: (authority: string, id: string) => Promise<Issue | null>
  /** Keeps what is issued as part of the unit. */
  add: (unit: Unit, id: string, content: IssueContent) => Promise<Issue>
}
