import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'

/**
 * Where a message stands. `draft`: waits for someone's approval. `waiting`: will be sent. `sending`: the provider has
 * been or is about to be asked, and nobody knows yet what it says. `sent`: the provider has taken it. `delivered`: the
 * provider says that it arrived. `needs_someone`: it did not arrive, or nobody can know whether it has gone.
 * `withdrawn`: not to be sent any more. `settled`: someone has dealt with it in another way.
 */
export const messageStates = {
  draft: 'Waits for approval',
  waiting: 'Waits to be sent',
  sending: 'Is being sent',
  sent: 'Sent',
  delivered: 'Arrived',
  needs_someone: 'Needs someone',
  withdrawn: 'Withdrawn',
  settled: 'Dealt with',
} as const satisfies Record<string, string>

export type MessageState = keyof typeof messageStates

/** A meeting that a message carries as an entry for calendars. It says nothing of a child. */
export interface MessageEvent {
  uid: string
  sequence: number
  from: Instant
  until: Instant
  isCancelled: boolean
}

/** The day and the time of a meeting. */
export interface TimeTold {
  on: PlainDate
  /** `14:30`; null where only the day is known. */
  startsAt: string | null
}

/** What a message says, and to whom. Neither the subject, nor a text message, nor an email says anything of a child. */
export interface MessageContent {
  /** The same message has the same key: put twice into the outbox, it is one. */
  key: string
  /** The child whom it is about, who decides who may see the message here. */
  child: string
  /** The review it is about; null where it is about none. */
  reviewRef: string | null
  /** Which of the child's contacts it goes to. */
  contactRef: string
  role: ContactRole
  /** The name of whom it goes to. */
  name: string
  channel: MessageChannel
  /** Where it goes: an email address, a telephone number, the lines of a postal address. */
  address: string
  subject: string
  /** Plain text, with blank lines between paragraphs. */
  body: string
  /** When the meeting is that it tells of, or was to be; null where it tells of none. */
  tells: TimeTold | null
  event: MessageEvent | null
  /** Not before this moment; null for at once. */
  sendFrom: Instant | null
}

/** What decides who may see a message here. */
export type MessageAbout = Pick<MessageContent, 'child' | 'contactRef'>

/**
 * Whose record a message belongs to beside its `child`, where that is a household which asks the people around several
 * children: the reference of such a contact begins with the child's. Of any other contact it is a word that names nobody.
 */
export const childOfContact = ({ contactRef }: Pick<MessageContent, 'contactRef'>): string =>
  contactRef.split(' ', 1)[0] ?? ''

/** What someone is to be told. */
export interface MessageToSend extends MessageContent {
  kind: MessageKind
}

/** A message to a contact who can be reached, which goes at once and tells of no meeting. */
export const messageToContact = (
  to: Pick<MessageToSend, 'contactRef' | 'role' | 'name' | 'channel' | 'address'>,
  said: Pick<MessageToSend, 'key' | 'kind' | 'child' | 'reviewRef' | 'subject' | 'body'>,
): MessageToSend => ({
  ...said,
  contactRef: to.contactRef,
  role: to.role,
  name: to.name,
  channel: to.channel,
  address: to.address,
  tells: null,
  event: null,
  sendFrom: null,
})

/** A message as it is written down. */
export interface WrittenMessage extends MessageContent {
  /** The id of its kind, which no room may declare any more. */
  kind: string
  /** Whether someone must approve it first. */
  isDraft: boolean
}

/** A message as the outbox holds it. */
export interface Message extends WrittenMessage {
  messageId: string
  state: MessageState
  /** Why it needs someone, or what the provider last said, in words for people; null where there is nothing to say. */
  reason: string | null
  /** How often the provider was asked to send it. */
  attempts: number
  putAt: Instant
  putBy: string
  /** When the provider took it; null until then. */
  sentAt: Instant | null
  /** Rises with each change: a change is refused where another came first. */
  version: number
}
