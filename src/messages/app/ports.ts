import type { MessageChannel } from '../../participation/registers/contacts.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { VisibleChildren } from '../../world/visibility.ts'
import type { Step } from '../domain/course.ts'
import type { QuietHours } from '../domain/quietHours.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { Message, MessageAbout, MessageState, MessageToSend, WrittenMessage } from '../domain/message.ts'

/** Whose messages are read: an authority's as they stand, by its code, or as a unit of work sees them. */
export type Where = string | Unit

/** How messages are put in. */
export interface PutHow {
  /** The person's id. */
  by: string
  /** The authority's. */
  quietHours: QuietHours
}

/** Which messages are withdrawn: a review's, of these kinds, or those under these keys. */
export type Withdrawn = { reviewRef: string; kinds: readonly MessageKind[] } | { keys: readonly string[] }

/** Where messages wait to be sent and stay to be seen. What other rooms use of this one. */
export interface Outbox {
  /**
   * Puts messages in as part of the unit; those whose key is there already stay as they are. Throws `UndeclaredKind` for
   * one of a kind that no room declares.
   */
  put: (unit: Unit, messages: readonly MessageToSend[], how: PutHow) => Promise<void>
  /** Withdraws, as part of the unit, those of these messages that are not on their way yet; gives them. */
  withdraw: (unit: Unit, which: Withdrawn, by: string) => Promise<readonly Message[]>
  /** All messages about a review, latest first. Those about one review are about one child. */
  ofReview: (where: Where, reviewRef: string) => Promise<readonly Message[]>
  /** All messages about a child, latest first. */
  ofChild: (where: Where, child: string) => Promise<readonly Message[]>
}

/** A message as the store holds it: with what only sending and looking after it need. */
export interface StoredMessage extends Message {
  /** When the next step is due; null where nothing is to be done by itself. */
  nextAt: Instant | null
  /** The provider that was asked last; null before. */
  provider: string | null
  /** The message's id at the provider; null until it has taken it. */
  providerId: string | null
  /** How often the provider was asked what became of it, since it was last sent. */
  asks: number
  /** The message in whose place this one is; null for none. */
  replaces: string | null
  /** The message that was sent in its place; null for none. */
  replacedBy: string | null
}

/** A message as it is put in: with when it is first to be looked at. */
export interface NewMessage extends WrittenMessage {
  nextAt: Instant | null
  replaces: string | null
}

/** One change of a message. */
export interface MessageChange {
  step: Step
  /** Why, in words for people; null where the step says it. */
  why: string | null
  nextAt: Instant | null
  /** A person's id, or `footprint`. */
  by: string
  /** What else it sets. */
  set?: {
    subject?: string
    body?: string
    sendFrom?: Instant
    provider?: string
    providerId?: string
  }
  /** The message that is put in instead, all in one. */
  replacement?: NewMessage
}

/** A change as the history has it. */
export interface MessageEventLogged {
  at: Instant
  by: string
  step: Step
  state: MessageState
  /** The number of the try that it is about; 0 before the first. */
  attempts: number
  why: string | null
  /** The words that it replaced; null where it replaced none. */
  was: { subject: string; body: string } | null
}

/** What a list of messages is narrowed to; empty text for not narrowed. */
export interface MessageFilters {
  states: readonly MessageState[]
  kind: string
  /** Part of a child's id. */
  child: string
}

/** Where messages are kept. Every change goes through `change`, `put` or `withdraw`, and leaves a line in the history. */
export interface MessageStore {
  /** Puts messages in as part of the unit; those whose key is there already stay as they are. Jobs remind of those due. */
  put: (unit: Unit, messages: readonly NewMessage[], put: { by: string; at: Instant }) => Promise<void>
  /** Withdraws, as part of the unit, those of these that wait or are drafts; what a worker has claimed stays. */
  withdraw: (unit: Unit, which: Withdrawn, withdrawn: { by: string; at: Instant }) => Promise<readonly StoredMessage[]>
  /**
   * Changes one message by what `decide` makes of it as it stands, while nobody else can change it; null changes nothing.
   * Gives the message as it then is; null where there is none or `decide` gave null. Throws `ImpossibleStep` for a step
   * that can't follow.
   */
  change: (
    authority: string,
    messageId: string,
    at: Instant,
    decide: (message: StoredMessage) => MessageChange | null,
  ) => Promise<StoredMessage | null>
  /** Null where there is none, also where the id is none at all. */
  find: (authority: string, messageId: string) => Promise<StoredMessage | null>
  history: (authority: string, messageId: string) => Promise<readonly MessageEventLogged[]>
  /** All about a review or a child, latest first. */
  about: (where: Where, what: { reviewRef: string } | { child: string }) => Promise<readonly StoredMessage[]>
  /** Those that someone may see, who need someone first. `total`: of all that match. */
  list: (
    authority: string,
    visible: VisibleChildren,
    filters: MessageFilters,
    page: { first: number; most: number },
  ) => Promise<{ messages: readonly StoredMessage[]; total: number }>
  /** How many there are in each state, of those that someone may see. */
  counts: (authority: string, visible: VisibleChildren) => Promise<ReadonlyMap<MessageState, number>>
  /** Whom each message is about that needs someone. */
  inNeed: (authority: string) => Promise<readonly MessageAbout[]>
  /** Has jobs remind of every message whose next step is due; those waiting only where their channel is open. */
  remindOfDue: (authority: string, now: Instant, open: readonly MessageChannel[]) => Promise<number>
}
