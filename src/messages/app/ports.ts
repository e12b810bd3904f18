import type { Message, MessageKind, MessageToSend } from '../domain/message.ts'

/** Where messages wait to be sent and stay to be seen. What other rooms use of this one. */
export interface Outbox {
  /** Puts messages in, all or none; those whose key is there already stay as they are. */
  put: (authority: { code: string; name: string }, messages: readonly MessageToSend[], by: string) => Promise<void>
  /** Withdraws the review's messages that are not on their way yet; gives them. */
  withdraw: (
    authority: string,
    which: { reviewRef: string; kinds: readonly MessageKind[] },
    by: string,
  ) => Promise<readonly Message[]>
  /** All messages about a review, latest first. Those about one review are about one child. */
  ofReview: (authority: string, reviewRef: string) => Promise<readonly Message[]>
  /** All messages about a child, latest first. */
  ofChild: (authority: string, child: string) => Promise<readonly Message[]>
}
