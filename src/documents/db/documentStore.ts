import { createHash } from 'node:crypto'
import { type Transaction, sql } from 'kysely'
import * as z from 'zod'
import { instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { transactionOf } from '../../platform/database/unit.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { DocumentNamed, DocumentStore, Draft, Issue } from '../app/ports.ts'
import { issueContent } from './issueContent.ts'

const draftRows = z.array(
  z
    .object({
      person_id: z.string(),
      written: z.record(z.string(), z.string()),
      version: z.number(),
      saved_at: z.string(),
      children: z.array(z.string()),
    })
    .transform(({ person_id, saved_at, ...rest }): Draft => ({
      ...rest,
      personId: person_id,
      savedAt: instant(saved_at),
    })),
)

const issueRows = z.array(
  z
    .object({ issue_id: z.string(), content: z.string(), fingerprint: z.string() })
    .transform(({ issue_id, content, fingerprint }): Issue => ({
      id: issue_id,
      content: issueContent.parse(JSON.parse(content)),
      fingerprint,
    })),
)

const versionRows = z.array(z.object({ version: z.number() }))

/** Drafts and issues kept in PostgreSQL. */
export function makeDocumentStore(database: Database): DocumentStore {
  return {
    drafts: (authority, { kind, ref }) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          select person_id, written, version, to_json(saved_at) #>> '{}' as saved_at, children from document_draft
          where authority = ${authority} and kind = ${kind} and ref = ${ref} order by saved_at desc`.execute(
          transaction,
        )
        return draftRows.parse(rows)
      }),

    saveDraft: (authority, { kind, ref, personId, written, children, replaces }) =>
      withAuthority(database, authority, async (transaction) => {
        const text = JSON.stringify(written)
        const { rows } = await (
          replaces === null
            ? sql`
              insert into document_draft (authority, kind, ref, person_id, written, children)
              values (${authority}, ${kind}, ${ref}, ${personId}, ${text}, ${[...children]})
              on conflict do nothing returning version`
            : sql`
              update document_draft
              set written = ${text}, children = ${[...children]}, version = version + 1, saved_at = clock_timestamp()
              where authority = ${authority} and kind = ${kind} and ref = ${ref} and person_id = ${personId}
                and version = ${replaces}
              returning version`
        ).execute(transaction)
        return versionRows.parse(rows)[0]?.version ?? null
      }),

    takeDraft: async (unit, { kind, ref, personId, version }) => {
      const { numAffectedRows } = await sql`
        delete from document_draft where authority = ${unit.authority.code} and kind = ${kind} and ref = ${ref}
          and person_id = ${personId} and version = ${version}`.execute(transactionOf(unit))
      return numAffectedRows === 1n
    },

    issues: (authority, document) =>
      readAsAuthority(database, authority, (transaction) => issuesOf(transaction, authority, document)),

    latest: async (unit, document) =>
      (await issuesOf(transactionOf(unit), unit.authority.code, document, 1))[0] ?? null,

    latestOfKind: (authority, kind) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          select issue_id, content, fingerprint from document_issue as issue
          where authority = ${authority} and kind = ${kind} and not exists (
            select from document_issue as later
            where later.authority = issue.authority and later.replaces = issue.issue_id)
          order by ref`.execute(transaction)
        return issueRows.parse(rows)
      }),

    issue: async (authority, id) => {
      if (!z.guid().safeParse(id).success) return null
      return readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          select issue_id, content, fingerprint from document_issue
          where authority = ${authority} and issue_id = ${id}`.execute(transaction)
        return issueRows.parse(rows)[0] ?? null
      })
    },

    add: async (unit, id, content) => {
      const text = JSON.stringify(content)
      const fingerprint = fingerprintOf(text)
      const { kind, ref, children, at, by, replaces } = content
      await sql`
        insert into document_issue
          (authority, issue_id, kind, ref, children, issued_at, issued_by, replaces, content, fingerprint)
        values (${unit.authority.code}, ${id}, ${kind}, ${ref}, ${[...children]}, ${at}, ${by.personId},
          ${replaces?.id ?? null}, ${text}, ${fingerprint})`.execute(transactionOf(unit))
      return { id, content, fingerprint }
    },
  }
}

async function issuesOf(
  transaction: Transaction<object>,
  authority: string,
  { kind, ref }: DocumentNamed,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Issue[]> {
  // Each but the first names the one before: no clock decides which is the latest.
  const { rows } = await sql`
    with recursive chain as (
      select issue_id, content, fingerprint, 1 as place from document_issue
      where authority = ${authority} and kind = ${kind} and ref = ${ref} and replaces is null
      union all
      select later.issue_id, later.content, later.fingerprint, place + 1 from document_issue later, chain
      where later.authority = ${authority} and later.replaces = chain.issue_id)
    select issue_id, content, fingerprint from chain order by place desc limit ${most}`.execute(transaction)
  return issueRows.parse(rows)
}

/** What tells an issue from every other, and from itself with a letter changed. */
const fingerprintOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
