import type { WrittenFields } from '../../documents/kind.ts'
import type { Recipient } from '../../documents/issue.ts'
import type { IssueInput } from './issueDocument.ts'
import type { Asking } from './asking.ts'
import type { Documents } from './documents.ts'
import type { DocumentAsked } from './seenDocument.ts'

/**
 * Issues what someone sends in one step, without a draft that they come back to. Null where the document is not theirs to
 * see; false where it was changed in another window meanwhile, or is not complete: nothing is issued then.
 */
export async function issueAtOnce(
  documents: Pick<Documents, 'drafts' | 'saveDraft' | 'issue' | 'issues'>,
  asking: Asking,
  named: DocumentAsked,
  {
    written,
    recipients,
    ...telling
  }: { written: WrittenFields; recipients: readonly Recipient[] } & Pick<IssueInput, 'alsoReads' | 'tell'>,
): Promise<boolean | null> {
  const drafts = await documents.drafts(asking, named)
  if (!drafts) return null
  const saved = await documents.saveDraft(asking, { ...named, written, replaces: drafts.own?.version ?? null })
  if (!saved) return null
  if ('problems' in saved) return false
  const [latest] = (await documents.issues(asking, named)) ?? []
  const corrects = latest?.id ?? null
  const issued = await documents.issue(asking, { ...named, ...telling, version: saved.version, recipients, corrects })
  return issued === null ? null : 'issue' in issued
}
