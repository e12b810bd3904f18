import type { Documents, DraftSaved } from '../../access/app/documents.ts'
import type { Draft, Issue } from '../../documents/app/ports.ts'
import type { Recipient } from '../../documents/issue.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import type { EASY_READ_KIND, LETTER_KIND } from '../domain/kinds.ts'
import { isOfSameWindow } from '../domain/drafts.ts'
import type { ReviewFacts } from '../domain/facts.ts'
import { RECORD_KIND, recordKind } from '../domain/kinds.ts'
import type { Heading } from '../domain/record.ts'
import { sectionsOf, sectionsWritten, writtenOf } from '../domain/recordIssue.ts'
import { recordingPermissions } from '../permissions.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { OfReview } from './changeReview.ts'
import { factsSettled } from './factsRows.ts'

/** The texts of a review that people write. */
export type TextKind = typeof RECORD_KIND | typeof LETTER_KIND | typeof EASY_READ_KIND

/** A text as it stands for who writes it. */
export interface TextBeingWritten {
  /** What they have written, or what it begins with. */
  written: WrittenFields
  /** The version of their draft; null where they have not begun. */
  version: number | null
  others: readonly Draft[]
  /** The latest issue. */
  issue: Issue | null
}

/** Writing the record and the letters of a review. Null where the child is not there for the user. */
export interface WriteTexts {
  open: (of: OfReview, kind: TextKind) => Promise<TextBeingWritten | null>
  save: (of: OfReview, kind: TextKind, written: WrittenFields, replaces: number | null) => Promise<DraftSaved | null>
  /** Completes the record, or approves a letter: the first time, its day is noted. */
  issue: (
    of: OfReview,
    kind: TextKind,
    draft: { written: WrittenFields; version: number },
    headings: readonly Heading[],
    /** Of a record: what was found at the review, which the registers hold from then on. */
    facts?: ReviewFacts,
  ) => ReturnType<Documents['issue']>
}

const asked = ({ child, reviewRef }: OfReview, kind: TextKind) => ({
  kind,
  ref: reviewRef,
  children: [child],
  permission: recordingPermissions.write,
})

export const makeWriteTexts = (documents: Documents): WriteTexts => ({
  open: async (of, kind) => {
    const [drafts, issues] = await Promise.all([
      documents.drafts(of, asked(of, kind)),
      documents.issues(of, asked(of, kind)),
    ])
    if (!drafts || !issues) return null
    const issue = issues[0] ?? null
    return {
      written: drafts.own?.written ?? (issue ? issuedAs(kind, issue) : {}),
      version: drafts.own?.version ?? null,
      others: drafts.others,
      issue,
    }
  },
  save: async (of, kind, written, replaces) => {
    const draft = { ...asked(of, kind), written }
    const saved = await documents.saveDraft(of, { ...draft, replaces })
    if (!saved || !('problems' in saved) || !saved.stands || !isOfSameWindow(saved.stands.written, written))
      return saved
    return documents.saveDraft(of, { ...draft, replaces: saved.stands.version })
  },
  issue: async (of, kind, { written, version }, headings, facts) => {
    const issues = await documents.issues(of, asked(of, kind))
    if (!issues) return null
    const sections = sectionsWritten(written, headings)
    return documents.issue(of, {
      ...asked(of, kind),
      version,
      recipients: [kind === RECORD_KIND ? theService : theChild],
      corrects: issues[0]?.id ?? null,
      ...(kind === RECORD_KIND && {
        as: facts ? { ...recordKind(sections), settles: factsSettled(facts) } : recordKind(sections),
        alsoReads: [officers],
      }),
    })
  },
})

const theService: Recipient = { ref: 'service', name: 'The service', reader: 'service', withheld: [] }
const theChild: Recipient = { ref: 'child', name: 'The child', reader: 'child', withheld: [] }

/** What was issued, as a draft begins with it. */
const issuedAs = (kind: TextKind, { content }: Issue): WrittenFields =>
  kind === RECORD_KIND ? writtenOf(sectionsOf(content)) : { words: content.parts[0]?.fields[0]?.text ?? '' }
