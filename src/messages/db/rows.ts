import { type Selectable, type Transaction, sql } from 'kysely'
import { date, instant } from '../../kernel/dates.ts'
import type { MessageEventLogged, NewMessage, StoredMessage } from '../app/ports.ts'
import type { EventColumn, MessageTables } from './tables.ts'

/** The messages of an authority, each with the one that was sent in its place. */
export const messagesOf = (transaction: Transaction<MessageTables>, authority: string) =>
  transaction
    .selectFrom('message')
    .selectAll('message')
    .select((eb) =>
      eb
        .selectFrom('message as later')
        .select('later.message_id')
        .whereRef('later.authority', '=', 'message.authority')
        .whereRef('later.replaces', '=', 'message.message_id')
        .orderBy('later.put_at', 'desc')
        .limit(1)
        .as('replaced_by'),
    )
    .where('message.authority', '=', authority)

type MessageRow = Selectable<MessageTables['message']> & { replaced_by: string | null }

/** A row as the rest of the program knows it. */
export const messageOf = (row: MessageRow): StoredMessage => ({
  messageId: row.message_id,
  key: row.key,
  kind: row.kind,
  child: row.child,
  reviewRef: row.review_ref,
  contactRef: row.contact_ref,
  role: row.role,
  name: row.name,
  channel: row.channel,
  address: row.address,
  subject: row.subject,
  body: row.body,
  tells: row.tells && { ...row.tells, on: date(row.tells.on) },
  event: row.event && { ...row.event, from: instant(row.event.from), until: instant(row.event.until) },
  sendFrom: row.send_from === null ? null : instant(row.send_from),
  isDraft: row.state === 'draft',
  state: row.state,
  reason: row.reason,
  attempts: row.attempts,
  putAt: instant(row.put_at),
  putBy: row.put_by,
  sentAt: row.sent_at === null ? null : instant(row.sent_at),
  version: row.version,
  nextAt: row.next_at === null ? null : instant(row.next_at),
  provider: row.provider,
  providerId: row.provider_id,
  asks: row.asks,
  replaces: row.replaces,
  replacedBy: row.replaced_by,
})

/** A new message as a row. */
export function rowOf(authority: string, message: NewMessage, put: { by: string; at: string }) {
  const { event, tells } = message
  const column: EventColumn | null = event && { ...event, from: event.from.toString(), until: event.until.toString() }
  return {
    authority,
    key: message.key,
    kind: message.kind,
    child: message.child,
    review_ref: message.reviewRef,
    contact_ref: message.contactRef,
    role: message.role,
    name: message.name,
    channel: message.channel,
    address: message.address,
    subject: message.subject,
    body: message.body,
    tells: tells && JSON.stringify({ on: tells.on.toString(), startsAt: tells.startsAt }),
    event: column && JSON.stringify(column),
    send_from: message.sendFrom?.toString() ?? null,
    state: message.isDraft ? ('draft' as const) : ('waiting' as const),
    reason: null,
    put_at: put.at,
    put_by: put.by,
    next_at: message.nextAt?.toString() ?? null,
    replaces: message.replaces,
  }
}

/** Adds a line to the history of each of these messages: one to each at most. */
export async function logEvents(
  transaction: Transaction<MessageTables>,
  events: readonly Omit<Selectable<MessageTables['message_event']>, 'number'>[],
): Promise<void> {
  if (events.length === 0) return
  await transaction
    .insertInto('message_event')
    .values(
      events.map((event) => ({
        ...event,
        was: event.was && JSON.stringify(event.was),
        // Nobody else adds one meanwhile: a transaction that changes a message holds its row.
        number: sql<number>`(select coalesce(max(number), 0) + 1 from message_event
          where authority = ${event.authority} and message_id = ${event.message_id})`,
      })),
    )
    .execute()
}

export const eventOf = (row: Selectable<MessageTables['message_event']>): MessageEventLogged => ({
  at: instant(row.at),
  by: row.by,
  step: row.step,
  state: row.state,
  attempts: row.attempts,
  why: row.why,
  was: row.was,
})
