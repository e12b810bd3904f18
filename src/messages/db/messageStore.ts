import { type Expression, type ExpressionBuilder, type SqlBool, type Transaction, sql } from 'kysely'
import * as z from 'zod'
import type { VisibleChildren } from '../../world/visibility.ts'
import type { Database } from '../../platform/database/database.ts'
import { ensureAuthorityOf } from '../../platform/database/authorities.ts'
import { lockingIn, transactionOf } from '../../platform/database/unit.ts'
import { WrittenLater } from '../../platform/database/writtenLater.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { SendJobs } from '../../platform/jobs/sender.ts'
import type { MessageFilters, MessageStore, Withdrawn } from '../app/ports.ts'
import { type MessagePut, applyChange, insertMessages, lockedMessage } from './change.ts'
import { eventOf, messageOf, messagesOf } from './rows.ts'
import type { MessageTables } from './tables.ts'

const MOST_REMINDED_AT_ONCE = 1000

const isId = (text: string): boolean => z.uuid().safeParse(text).success

/** Messages kept in PostgreSQL. Jobs that remind of them go in with what they remind of. */
export function makeMessageStore(database: Database, sendJobs: SendJobs): MessageStore {
  const db = database.$extendTables<MessageTables>()
  const remind = (transaction: Transaction<MessageTables>, authority: string, ids: readonly string[]) =>
    sendJobs(
      transaction,
      'sending',
      ids.map((id) => ({ authority, id })),
    )
  const added = new WrittenLater<MessagePut>('outbox', async (unitsTransaction, authority, messages) => {
    const transaction = unitsTransaction.$extendTables<MessageTables>()
    await remind(transaction, authority, await insertMessages(transaction, authority, messages))
  })
  return {
    put: async (unit, messages, put) => {
      lockingIn(unit, 'outbox')
      await ensureAuthorityOf(unit)
      for (const message of messages) added.add(unit, { message, put })
    },

    withdraw: async (unit, which, { by, at }) => {
      const transaction = lockingIn(unit, 'outbox').$extendTables<MessageTables>()
      await added.writeNow(unit)
      const { code } = unit.authority
      // Anyone who claims one of them meanwhile comes first: then it is on its way, and not among these.
      const rows = await messagesOf(transaction, code)
        .where((eb) => isAmong(eb, which))
        .where('state', 'in', ['draft', 'waiting'])
        .orderBy('message_id')
        .forUpdate('message')
        .execute()
      const messages = rows.map(messageOf)
      const withdrawal = { step: 'withdraw', why: null, nextAt: null, by } as const
      for (const message of messages) await applyChange(transaction, code, message, withdrawal, at)
      return messages
    },

    change: (authority, messageId, at, decide) =>
      withAuthority(db, authority, async (transaction) => {
        const message = isId(messageId) ? await lockedMessage(transaction, authority, messageId) : null
        const change = message && decide(message)
        if (!message || !change) return null
        await remind(transaction, authority, await applyChange(transaction, authority, message, change, at))
        const row = await messagesOf(transaction, authority)
          .where('message_id', '=', messageId)
          .executeTakeFirstOrThrow()
        return messageOf(row)
      }),

    find: (authority, messageId) =>
      readAsAuthority(db, authority, async (transaction) => {
        if (!isId(messageId)) return null
        const row = await messagesOf(transaction, authority).where('message_id', '=', messageId).executeTakeFirst()
        return row ? messageOf(row) : null
      }),

    history: (authority, messageId) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('message_event')
          .selectAll()
          .where('authority', '=', authority)
          .where('message_id', '=', messageId)
          .orderBy('number')
          .execute()
        return rows.map(eventOf)
      }),

    about: async (where, what) => {
      const read = async (transaction: Transaction<MessageTables>, authority: string) => {
        const messages = messagesOf(transaction, authority).orderBy('put_at', 'desc').orderBy('key')
        const rows = await (
          'child' in what ? messages.where('child', '=', what.child) : messages.where('review_ref', '=', what.reviewRef)
        ).execute()
        return rows.map(messageOf)
      }
      if (typeof where === 'string') return readAsAuthority(db, where, (transaction) => read(transaction, where))
      await added.writeNow(where)
      return read(transactionOf(where).$extendTables<MessageTables>(), where.authority.code)
    },

    list: (authority, visible, filters, { first, most }) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await messagesOf(transaction, authority)
          .select(sql<string>`count(*) over ()`.as('total'))
          .where((eb) => isListed(eb, visible, filters))
          .orderBy(
            sql`array_position(array['needs_someone', 'draft', 'sending', 'waiting', 'sent', 'delivered'], state)`,
          )
          .orderBy('put_at', 'desc')
          .orderBy('message_id')
          .limit(most)
          .offset(first)
          .execute()
        const total = rows[0] ? Number(rows[0].total) : await countOf(transaction, authority, visible, filters)
        return { messages: rows.map(messageOf), total }
      }),

    counts: (authority, visible) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('message')
          .select(['state', sql<string>`count(*)`.as('count')])
          .where('authority', '=', authority)
          .where((eb) => isListed(eb, visible, everything))
          .groupBy('state')
          .execute()
        return new Map(rows.map(({ state, count }) => [state, Number(count)]))
      }),

    inNeed: (authority) =>
      readAsAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('message')
          .select(['child', 'contact_ref'])
          .where('authority', '=', authority)
          .where('state', '=', 'needs_someone')
          .execute()
        return rows.map(({ child, contact_ref: contactRef }) => ({ child, contactRef }))
      }),

    remindOfDue: (authority, now, open) =>
      withAuthority(db, authority, async (transaction) => {
        const rows = await transaction
          .selectFrom('message')
          .select('message_id')
          .where('authority', '=', authority)
          .where('next_at', '<=', now.toString())
          .where((eb) =>
            eb.or([
              eb('state', 'in', ['sending', 'sent']),
              eb.and([eb('state', '=', 'waiting'), eb('channel', '=', eb.fn.any(eb.val([...open])))]),
            ]),
          )
          .orderBy('next_at')
          .limit(MOST_REMINDED_AT_ONCE)
          .execute()
        const ids = rows.map(({ message_id }) => message_id)
        await remind(transaction, authority, ids)
        return ids.length
      }),
  }
}

/** An empty list of keys, or of kinds, is of no message. */
function isAmong(eb: ExpressionBuilder<MessageTables, 'message'>, which: Withdrawn) {
  if ('keys' in which) return eb('key', '=', eb.fn.any(eb.val([...which.keys])))
  const kinds = which.kinds.map(({ id }) => id)
  return eb.and([eb('review_ref', '=', which.reviewRef), eb('kind', '=', eb.fn.any(eb.val(kinds)))])
}

const everything: MessageFilters = { states: [], kind: '', child: '' }

function isListed(eb: ExpressionBuilder<MessageTables, 'message'>, visible: VisibleChildren, filters: MessageFilters) {
  // As `maySeeMessage` says it.
  const sealed = eb.fn.any(eb.val([...visible.sealed]))
  const childOfContact = sql<string>`split_part(contact_ref, ' ', 1)`
  const conditions: Expression<SqlBool>[] = [eb.not(eb.or([eb('child', '=', sealed), eb(childOfContact, '=', sealed)]))]
  if (visible.only !== null) conditions.push(eb('child', '=', eb.fn.any(eb.val([...visible.only]))))
  if (filters.states.length > 0) conditions.push(eb('state', 'in', [...filters.states]))
  if (filters.kind !== '') conditions.push(sql<boolean>`kind = ${filters.kind}`)
  if (filters.child !== '') {
    conditions.push(sql<boolean>`position(${filters.child.toLowerCase()} in lower(child)) > 0`)
  }
  return eb.and(conditions)
}

async function countOf(
  transaction: Transaction<MessageTables>,
  authority: string,
  visible: VisibleChildren,
  filters: MessageFilters,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('message')
    .select(sql<string>`count(*)`.as('count'))
    .where('authority', '=', authority)
    .where((eb) => isListed(eb, visible, filters))
    .executeTakeFirstOrThrow()
  return Number(count)
}
