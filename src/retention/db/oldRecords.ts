import pg from 'pg'
import { type RawBuilder, type Transaction, sql } from 'kysely'
import { type PlainDate, addMonths } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { readAsAuthority } from '../../platform/database/withAuthority.ts'
import { nextMoment } from '../../platform/database/versions.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { OldRecords, ToDelete } from '../app/ports.ts'
import type { RetentionTimes } from '../settings.ts'

/** Rows of one table that go, told as one kind. In the order in which they can go: what refers to others first. */
interface Going {
  kind: string
  table: string
  where: RawBuilder<boolean>
}

/** States of a message after which nobody sends it any more. */
const ENDED_STATES = ['sent', 'delivered', 'withdrawn', 'settled']

function goingOf(
  authority: string,
  times: RetentionTimes,
  day: PlainDate,
  { children, rows, reviews }: ToDelete,
): Going[] {
  const before = (years: number) => addMonths(day, -12 * years).toString()
  const of = (table: string) => sql`${sql.ref(`${table}.authority`)} = ${authority}`
  const isTheirs = (table: string) =>
    sql<boolean>`${of(table)} and ${sql.ref(`${table}.child`)} = any(${[...children]}::text[])`
  const areAllTheirs = (table: string) =>
    sql<boolean>`${of(table)} and cardinality(${sql.ref(`${table}.children`)}) > 0
      and ${sql.ref(`${table}.children`)} <@ ${[...children]}::text[]`
  const isOldMessage = sql`${of('message')} and message.state = any(${ENDED_STATES})
    and greatest(message.put_at, message.sent_at) < ${before(times.messageYears)}::date`
  const goingMessage = sql<boolean>`(${isTheirs('message')}) or (${isOldMessage})`
  const keys = JSON.stringify(rows.map(({ register, key }) => ({ register, row_key: key })))
  // A row that names several people goes when the time of all is over, and so do its earlier versions.
  const goingRow = sql<boolean>`${of('register_row')} and (
    (register_row.register, register_row.row_key) in
      (select going.register, going.row_key from json_to_recordset(${keys}::json) as going (register text, row_key text))
    or (register_row.child = any(${[...children]}::text[]) and not exists (
      select from register_row now where now.authority = register_row.authority and now.register = register_row.register
        and now.row_key = register_row.row_key and now.known_to = 'infinity')))`
  const endedLink = sql`private_link.ended_at < ${before(times.linkYears)}::date
    or private_link.ends_on < ${before(times.linkYears)}::date`
  // An invitation ends with its meeting, which lies within a year of when it was sent.
  const oldInvitation = sql`private_link.ends_on is null and private_link.created_at < ${before(times.linkYears + 1)}::date`
  return [
    {
      kind: 'what became of messages',
      table: 'message_event',
      where: sql<boolean>`${of('message_event')} and exists (select from message
        where message.authority = message_event.authority and message.message_id = message_event.message_id
          and (${goingMessage}))`,
    },
    { kind: 'messages', table: 'message', where: goingMessage },
    {
      kind: 'private links',
      table: 'private_link',
      where: sql<boolean>`${of('private_link')} and (${endedLink} or ${oldInvitation}
        or private_link.child = any(${[...children]}::text[]) or private_link.review_ref = any(${[...reviews]}::text[]))`,
    },
    {
      kind: 'addresses of calendars',
      table: 'calendar_feed',
      where: sql<boolean>`${of('calendar_feed')} and calendar_feed.ended_at < ${before(times.linkYears)}::date`,
    },
    { kind: 'drafts of documents', table: 'document_draft', where: areAllTheirs('document_draft') },
    {
      kind: 'documents issued',
      table: 'document_issue',
      // Each correction names the issue before it: all that were issued of a document go, or none.
      where: sql<boolean>`${areAllTheirs('document_issue')} and not exists (select from document_issue other
        where other.authority = document_issue.authority and other.kind = document_issue.kind and other.ref = document_issue.ref
          and not other.children <@ ${[...children]}::text[])`,
    },
    { kind: 'rows of registers, with their versions', table: 'register_row', where: goingRow },
    { kind: 'parts of returns, with their versions', table: 'return_child', where: isTheirs('return_child') },
    { kind: 'seals', table: 'child_seal', where: isTheirs('child_seal') },
    { kind: 'openings of sealed records', table: 'seal_opening', where: isTheirs('seal_opening') },
    { kind: 'people named for sealed records', table: 'seal_naming', where: isTheirs('seal_naming') },
    {
      kind: 'entries of the log',
      table: 'audit_entry',
      // The latest stays in any case: the next one is chained to it.
      where: sql<boolean>`${of('audit_entry')} and audit_entry.recorded_at < ${before(times.logYears)}::date
        and audit_entry.entry_number < (select max(entry_number) from audit_entry last where last.authority = ${authority})`,
    },
  ]
}

const INSUFFICIENT_PRIVILEGE = '42501'
const NOT_THE_OWNER =
  'Records are deleted by the user who owns the tables, and this one does not: set FOOTPRINT_DATABASE_OWNER_URL, as for "footprint migrate". Nothing was deleted.'

/** Tables whose rows nobody deletes otherwise, with the trigger that sees to it. */
const KEPT_BY_TRIGGER = [
  { table: 'document_issue', trigger: 'issued_for_good' },
  { table: 'audit_entry', trigger: 'only_added_to' },
]

/** What old records are in PostgreSQL. `owners`: signed in as who owns the tables, since the application can delete none. */
export function makeOldRecords(database: Database, owners: Database): OldRecords {
  const asOwner = <Result>(authority: string, work: (transaction: Transaction<object>) => Promise<Result>) =>
    owners
      .transaction()
      .execute(async (transaction) => {
        // Row-level security binds the owner too, and every statement names the authority beside it: a superuser has none.
        await sql`select set_config('app.authority', ${authority}, true)`.execute(transaction)
        return work(transaction)
      })
      .catch((error: unknown) => {
        throw error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE
          ? new Refusal(NOT_THE_OWNER)
          : error
      })
  return {
    count: (authority, times, day, toDelete) =>
      readAsAuthority(database, authority, async (transaction) => {
        const counts = []
        for (const { kind, table, where } of goingOf(authority, times, day, toDelete)) {
          const { rows } = await sql<{ count: string }>`
            select count(*) as count from ${sql.table(table)} where ${where}`.execute(transaction)
          counts.push({ kind, rows: Number(rows[0]?.count ?? 0) })
        }
        return counts
      }),

    delete: (authority, times, day, find) =>
      asOwner(authority, async (transaction) => {
        for (const [table, column] of [
          ['register_change', 'recorded_at'],
          ['return_import', 'recorded_at'],
        ] as const) {
          await nextMoment(transaction, authority, table, column)
        }
        const toDelete = await find()
        const alterTriggers = async (how: 'disable' | 'enable') => {
          for (const { table, trigger } of KEPT_BY_TRIGGER) {
            await sql`alter table ${sql.table(table)} ${sql.raw(how)} trigger ${sql.ref(trigger)}`.execute(transaction)
          }
        }
        await alterTriggers('disable')
        const counts = []
        for (const { kind, table, where } of goingOf(authority, times, day, toDelete)) {
          if (table === 'audit_entry') await noteWhereLogBegins(transaction, where)
          const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(transaction)
          counts.push({ kind, rows: Number(numAffectedRows ?? 0) })
        }
        await alterTriggers('enable')
        await logDeletion(transaction, authority, counts, toDelete)
        return counts
      }),
  }
}

/** Notes the number and the fingerprint of the last entry that goes: what is left of the log is checked from there on. */
async function noteWhereLogBegins(transaction: Transaction<object>, where: RawBuilder<boolean>): Promise<void> {
  await sql`
    insert into audit_begin (authority, entry_number, entry_hash)
    select authority, entry_number, entry_hash from audit_entry where ${where}
    order by entry_number desc limit 1
    on conflict (authority) do update
      set entry_number = excluded.entry_number, entry_hash = excluded.entry_hash, begun_at = now()`.execute(transaction)
}

async function logDeletion(
  transaction: Transaction<object>,
  authority: string,
  counts: readonly { kind: string; rows: number }[],
  { children }: ToDelete,
): Promise<void> {
  const told = counts.filter(({ rows }) => rows > 0).map(({ kind, rows }) => `${rows} ${kind}`)
  if (told.length === 0) return
  const what = `deleted what had been kept for its time: ${told.join(', ')}`
  await sql`insert into audit_entry (authority, person_id, action, what, children)
    values (${authority}, 'command-line', 'change', ${what}, ${[...children]}::text[])`.execute(transaction)
}
