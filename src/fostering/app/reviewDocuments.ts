import type { Asking } from '../../access/app/asking.ts'
import type { Documents, DraftSaved } from '../../access/app/documents.ts'
import type { Draft, Issue } from '../../documents/app/ports.ts'
import type { Recipient } from '../../documents/issue.ts'
import type { DocumentKind, WrittenFields } from '../../documents/kind.ts'
import { officers } from '../../officers/registers/officers.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'

/** A document of a review of a household. */
export interface OfReviewDocument extends Asking {
  kind: DocumentKind
  /** `reviewDocumentRef` of the review. */
  ref: string
  /** The children placed there: only who may see all of them reads it. */
  children: readonly string[]
}

/** A document as it stands for the person who writes it. */
export interface DocumentBeingWritten {
  own: Draft | null
  others: readonly Draft[]
  /** The issues, the latest first. */
  issues: readonly Issue[]
}

/** Writing the record of a review of a household, and the decision letter. Null where it is not the user's to see. */
export interface ReviewDocuments {
  open: (of: OfReviewDocument) => Promise<DocumentBeingWritten | null>
  save: (of: OfReviewDocument, written: WrittenFields, replaces: number | null) => Promise<DraftSaved | null>
  issue: (
    of: OfReviewDocument,
    draft: { version: number; recipients: readonly Recipient[]; corrects: string | null },
  ) => ReturnType<Documents['issue']>
}

const asked = ({ kind, ref, children }: OfReviewDocument) => ({
  kind: kind.name,
  ref,
  children,
  permission: fosteringPermissions.manage,
})

export const makeReviewDocuments = (documents: Documents): ReviewDocuments => ({
  open: async (of) => {
    const drafts = await documents.drafts(of, asked(of))
    const issues = await documents.issues(of, asked(of))
    return drafts && issues && { ...drafts, issues }
  },
  save: (of, written, replaces) => documents.saveDraft(of, { ...asked(of), written, replaces }),
  // The row of the review names the household and an officer: both are read where its date is settled.
  issue: (of, draft) => documents.issue(of, { ...asked(of), ...draft, alsoReads: [fosterCarers, officers] }),
})
