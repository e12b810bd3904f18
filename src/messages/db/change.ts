import { type Transaction, sql } from 'kysely'
import type { Instant } from '../../kernel/dates.ts'
import type { MessageChange, NewMessage, StoredMessage } from '../app/ports.ts'
import { type Step, stateAfter } from '../domain/course.ts'
import type { MessageState } from '../domain/message.ts'
import { logEvents, messageOf, messagesOf, rowOf } from './rows.ts'
import type { MessageTables } from './tables.ts'

/** Thrown where a use case takes a step that can't follow: a mistake of ours, not of the user. */
export class ImpossibleStep extends Error {
  override readonly name = 'ImpossibleStep'
  constructor(state: MessageState, step: Step) {
    super(`${step} can not follow where a message is ${state}`)
  }
}

/** Steps that say nothing new where they leave the message as it was. */
const isQuietStep = (change: MessageChange): boolean =>
  change.why === null && (change.step === 'ask' || change.step === 'postpone')

/** A message with who puts it in, and when. */
export interface MessagePut {
  message: NewMessage
  put: { by: string; at: Instant }
}

/** Puts the messages in that are not there yet, of one key the first; gives the ids of those that are due. */
export async function insertMessages(
  transaction: Transaction<MessageTables>,
  authority: string,
  messages: readonly MessagePut[],
): Promise<string[]> {
  if (messages.length === 0) return []
  const firsts = new Map<string, MessagePut>()
  for (const one of messages) if (!firsts.has(one.message.key)) firsts.set(one.message.key, one)
  // In one order: two that put the same messages in at once wait for each other at the first, and not in a circle.
  const inOrder = [...firsts.values()].sort((a, b) => (a.message.key < b.message.key ? -1 : 1))
  const added = await transaction
    .with('added', (db) =>
      db
        .insertInto('message')
        .values(inOrder.map(({ message, put }) => rowOf(authority, message, { by: put.by, at: put.at.toString() })))
        .onConflict((conflict) => conflict.columns(['authority', 'key']).doNothing())
        .returning(['message_id', 'key', 'state', 'put_at', 'put_by']),
    )
    // The first line of the history of each.
    .with('event', (db) =>
      db
        .insertInto('message_event')
        .columns(['authority', 'message_id', 'number', 'at', 'by', 'step', 'state', 'attempts', 'why', 'was'])
        .expression((eb) =>
          eb
            .selectFrom('added')
            .select((of) => [
              of.val(authority).as('authority'),
              of.ref('added.message_id').as('message_id'),
              sql.lit(1).as('number'),
              of.ref('added.put_at').as('at'),
              of.ref('added.put_by').as('by'),
              sql.lit('put').as('step'),
              of.ref('added.state').as('state'),
              sql.lit(0).as('attempts'),
              sql<null>`null`.as('why'),
              sql<null>`null::json`.as('was'),
            ]),
        ),
    )
    .selectFrom('added')
    .select(['message_id', 'key'])
    .execute()
  const due = inOrder.filter(({ message, put }) => !message.isDraft && isDue(message.nextAt, put.at))
  const dueKeys = new Set(due.map(({ message }) => message.key))
  return added.flatMap(({ message_id, key }) => (dueKeys.has(key) ? [message_id] : []))
}

const isDue = (nextAt: Instant | null, now: Instant): boolean =>
  nextAt !== null && nextAt.epochMilliseconds <= now.epochMilliseconds

/** The message, locked until the transaction ends; null where there is none. */
export async function lockedMessage(
  transaction: Transaction<MessageTables>,
  authority: string,
  messageId: string,
): Promise<StoredMessage | null> {
  const row = await messagesOf(transaction, authority)
    .where('message_id', '=', messageId)
    .forUpdate('message')
    .executeTakeFirst()
  return row ? messageOf(row) : null
}

/** Changes a message that is locked, and notes it; gives the ids of those that are due after it. */
export async function applyChange(
  transaction: Transaction<MessageTables>,
  authority: string,
  message: StoredMessage,
  change: MessageChange,
  now: Instant,
): Promise<string[]> {
  const { step, why, nextAt, by, set = {}, replacement } = change
  const state = stateAfter(message.state, step)
  if (state === null) throw new ImpossibleStep(message.state, step)
  const { messageId } = message
  const at = now.toString()
  const attempts = message.attempts + (step === 'claim' ? 1 : 0)
  await transaction
    .updateTable('message')
    .set({
      state,
      attempts,
      reason: step === 'ask' || step === 'edit' ? (why ?? message.reason) : why,
      next_at: nextAt?.toString() ?? null,
      asks: step === 'look' || step === 'ask' ? message.asks + 1 : 0,
      version: message.version + 1,
      ...((step === 'taken' || step === 'post') && { sent_at: at }),
      ...(set.subject !== undefined && { subject: set.subject }),
      ...(set.body !== undefined && { body: set.body }),
      ...(set.sendFrom !== undefined && { send_from: set.sendFrom.toString() }),
      ...(set.provider !== undefined && { provider: set.provider }),
      ...(set.providerId !== undefined && { provider_id: set.providerId }),
    })
    .where('authority', '=', authority)
    .where('message_id', '=', messageId)
    .execute()
  if (!isQuietStep(change)) {
    const was = wordsReplaced(message, set)
    await logEvents(transaction, [{ authority, message_id: messageId, at, by, step, state, attempts, why, was }])
  }
  const due = replacement
    ? await insertMessages(transaction, authority, [{ message: replacement, put: { by, at: now } }])
    : []
  return isDue(nextAt, now) ? [...due, messageId] : due
}

function wordsReplaced(
  { subject, body }: StoredMessage,
  set: NonNullable<MessageChange['set']>,
): { subject: string; body: string } | null {
  const isChanged = (set.subject ?? subject) !== subject || (set.body ?? body) !== body
  return isChanged ? { subject, body } : null
}
