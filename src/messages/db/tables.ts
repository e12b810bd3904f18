import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'
import type { ColumnType, Generated } from 'kysely'
import type { Step } from '../domain/course.ts'
import type { MessageState } from '../domain/message.ts'

/** A meeting as its column holds it: moments are texts. */
export interface EventColumn {
  uid: string
  sequence: number
  from: string
  until: string
  isCancelled: boolean
}

/** When a meeting is, as its column holds it: the day is a text. */
export interface TellsColumn {
  on: string
  startsAt: string | null
}

/** Read as what it says, written as its JSON. */
type Json<Value> = ColumnType<Value | null, string | null, never>

/** Written once and never changed. */
type Fixed<Value> = ColumnType<Value, Value, never>

/** The tables of this room: see its migration. Moments are texts here. */
export type MessageTables = {
  message: {
    authority: Fixed<string>
    message_id: Generated<string>
    key: Fixed<string>
    kind: Fixed<string>
    child: Fixed<string>
    review_ref: Fixed<string | null>
    contact_ref: Fixed<string>
    role: Fixed<ContactRole>
    name: Fixed<string>
    channel: Fixed<MessageChannel>
    address: Fixed<string>
    subject: string
    body: string
    tells: Json<TellsColumn>
    event: Json<EventColumn>
    send_from: string | null
    state: MessageState
    reason: string | null
    attempts: Generated<number>
    put_at: Fixed<string>
    put_by: Fixed<string>
    sent_at: ColumnType<string | null, never, string | null>
    version: Generated<number>
    next_at: string | null
    provider: ColumnType<string | null, never, string | null>
    provider_id: ColumnType<string | null, never, string | null>
    asks: Generated<number>
    replaces: Fixed<string | null>
  }
  message_event: {
    authority: string
    message_id: string
    number: number
    at: string
    by: string
    step: Step
    state: MessageState
    attempts: number
    why: string | null
    was: Json<{ subject: string; body: string }>
  }
}
