import type { DocumentStore, Draft, Issue } from '../../documents/app/ports.ts'
import type { DocumentKind, WrittenFields } from '../../documents/kind.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Asking, Seeing } from './asking.ts'
import { type IssueDocument, type Issuing, makeIssueDocument } from './issueDocument.ts'
import type { AccessLog } from './ports.ts'
import { type DocumentAsked, kindNamed, maySeeDocument } from './seenDocument.ts'

/** What is being written in a document. */
export interface Drafts {
  /** That of the user; null where they have not begun. */
  own: Draft | null
  others: readonly Draft[]
}

/** What a draft was kept as; or, where another window had saved meanwhile, what it saved: nothing is overwritten. */
export type DraftSaved = { version: number } | { problems: readonly ChangedMeanwhile[]; stands: Draft | null }

/** Drafts and issues as people may see them, logged. Null where the document is not theirs to see. */
export interface Documents {
  drafts: (asking: Asking, document: DocumentAsked) => Promise<Drafts | null>
  /** `replaces`: the version that was read; null where it is begun. Saved often, and so logged when begun alone. */
  saveDraft: (
    asking: Asking,
    document: DocumentAsked & { written: WrittenFields; replaces: number | null },
  ) => Promise<DraftSaved | null>
  issue: IssueDocument
  /** An issue by its id. */
  read: (asking: Asking, asked: { id: string } & Pick<DocumentAsked, 'permission'>) => Promise<Issue | null>
  /** The issues of a document, the latest first. */
  issues: (asking: Asking, document: DocumentAsked) => Promise<readonly Issue[] | null>
}

export interface DocumentsDeps extends Seeing, Issuing {
  /** The kinds of all rooms. */
  kinds: readonly DocumentKind[]
  store: DocumentStore
  log: Pick<AccessLog, 'append' | 'note'>
}

/** The children whom a document is about now, or was when something was written in it: all of them must be seen. */
const named = (document: DocumentAsked, kept: readonly { children: readonly string[] }[]): string[] => [
  ...new Set([...document.children, ...kept.flatMap(({ children }) => children)]),
]

export function makeDocuments(deps: DocumentsDeps): Documents {
  const { kinds, store, log } = deps
  const note = ({ by, authority }: Asking, action: 'read' | 'change', what: string, children: readonly string[]) =>
    children.length === 0
      ? Promise.resolve()
      : log.append(authority.code, { personId: by.personId, action, what, children })
  const isTheirs =
    ({ by }: Asking) =>
    (draft: Draft) =>
      draft.personId === by.personId
  return {
    drafts: async (asking, document) => {
      const { called } = kindNamed(kinds, document.kind)
      if (!(await maySeeDocument(deps, asking, document))) return null
      const drafts = await store.drafts(asking.authority.code, document)
      const children = named(document, drafts)
      if (!(await maySeeDocument(deps, asking, { ...document, children }))) return null
      await note(asking, 'read', `opened the draft of ${called}`, children)
      const own = drafts.find(isTheirs(asking)) ?? null
      return { own, others: drafts.filter((draft) => draft !== own) }
    },

    saveDraft: async (asking, document) => {
      const { called } = kindNamed(kinds, document.kind)
      if (!(await maySeeDocument(deps, asking, document))) return null
      const { code } = asking.authority
      const version = await store.saveDraft(code, { ...document, personId: asking.by.personId })
      if (version === null) {
        const drafts = await store.drafts(code, document)
        return { problems: [{ code: 'changed_meanwhile' }], stands: drafts.find(isTheirs(asking)) ?? null }
      }
      if (document.replaces === null) await note(asking, 'change', `began ${called}`, document.children)
      return { version }
    },

    issue: makeIssueDocument(deps),

    read: async (asking, { id, permission }) => {
      const issue = await store.issue(asking.authority.code, id)
      if (!issue) return null
      const { kind, children } = issue.content
      if (!(await maySeeDocument(deps, asking, { children, permission }))) return null
      await note(asking, 'read', `read ${kindNamed(kinds, kind).called}`, children)
      return issue
    },

    issues: async (asking, document) => {
      const { called } = kindNamed(kinds, document.kind)
      if (!(await maySeeDocument(deps, asking, document))) return null
      const issues = await store.issues(asking.authority.code, document)
      const children = named(
        document,
        issues.map(({ content }) => content),
      )
      if (!(await maySeeDocument(deps, asking, { ...document, children }))) return null
      if (issues.length > 0) await note(asking, 'read', `read ${called}`, children)
      return issues
    },
  }
}
