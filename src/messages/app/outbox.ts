import type { Instant } from '../../kernel/dates.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { WrittenMessage } from '../domain/message.ts'
import { type QuietHours, mayGoAt } from '../domain/quietHours.ts'
import type { MessageStore, NewMessage, Outbox } from './ports.ts'

export interface OutboxDeps {
  store: Pick<MessageStore, 'put' | 'withdraw' | 'about'>
  /** Every kind that rooms declare. */
  kinds: readonly MessageKind[]
  now: () => Instant
}

/** Thrown where a message of a kind is put in that no room declares: nobody could tell what it is. */
export class UndeclaredKind extends Error {
  override readonly name = 'UndeclaredKind'
  constructor({ id }: MessageKind) {
    super(`no room declares the kind of message ${id}`)
  }
}

/** The outbox that other rooms put messages into. */
export const makeOutbox = ({ store, kinds, now }: OutboxDeps): Outbox => ({
  put: (unit, messages, { by, quietHours }) => {
    const at = now()
    const added = messages.map(({ kind, ...content }) => {
      if (!kinds.includes(kind)) throw new UndeclaredKind(kind)
      return newMessage({ ...content, kind: kind.id, isDraft: kind.needsApproval }, quietHours, at)
    })
    return store.put(unit, added, { by, at })
  },
  withdraw: (unit, which, by) => store.withdraw(unit, which, { by, at: now() }),
  ofReview: (where, reviewRef) => store.about(where, { reviewRef }),
  ofChild: (where, child) => store.about(where, { child }),
})

/** A message with when it is first to be looked at: a draft not before it is approved. */
export const newMessage = (
  message: WrittenMessage,
  quiet: QuietHours,
  now: Instant,
  replaces: string | null = null,
): NewMessage => ({
  ...message,
  nextAt: message.isDraft ? null : mayGoAt(message, quiet, now),
  replaces,
})
