import type { DocumentStore } from '../../documents/app/ports.ts'
import { answerKind, answerRef } from '../domain/answerDocument.ts'

/** Which of these contacts have answered before a review: that they did, and nothing of what they said. */
export type WhoAnswered = (
  authority: string,
  reviewRef: string,
  contactRefs: readonly string[],
) => Promise<ReadonlySet<string>>

export const makeWhoAnswered =
  (documents: Pick<DocumentStore, 'issues'>): WhoAnswered =>
  async (authority, reviewRef, contactRefs) => {
    const found = await Promise.all(
      contactRefs.map(async (contactRef) => {
        const issues = await documents.issues(authority, {
          kind: answerKind.name,
          ref: answerRef(reviewRef, contactRef),
        })
        return issues.length > 0 ? [contactRef] : []
      }),
    )
    return new Set(found.flat())
  }
