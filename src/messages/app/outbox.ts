import type { Instant } from '../../kernel/dates.ts'
import type { MessageToSend } from '../domain/message.ts'
import { type QuietHours, mayGoAt } from '../domain/quietHours.ts'
import type { MessageStore, NewMessage, Outbox } from './ports.ts'

export interface OutboxDeps {
  store: Pick<MessageStore, 'put' | 'withdraw' | 'about'>
  now: () => Instant
}

/** The outbox that other rooms put messages into. */
export const makeOutbox = ({ store, now }: OutboxDeps): Outbox => ({
  put: (unit, messages, { by, quietHours }) => {
    const at = now()
    const added = messages.map((message) => newMessage(message, quietHours, at))
    return store.put(unit, added, { by, at })
  },
  withdraw: (unit, which, by) => store.withdraw(unit, which, { by, at: now() }),
  ofReview: (where, reviewRef) => store.about(where, { reviewRef }),
  ofChild: (where, child) => store.about(where, { child }),
})

/** A message with when it is first to be looked at: a draft not before it is approved. */
export const newMessage = (
  message: MessageToSend,
  quiet: QuietHours,
  now: Instant,
  replaces: string | null = null,
): NewMessage => ({
  ...message,
  nextAt: message.isDraft ? null : mayGoAt(message, quiet, now),
  replaces,
})
