import type { Instant } from '../../kernel/dates.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { MessageToSend } from '../domain/message.ts'
import { type QuietHours, mayGoAt } from '../domain/quietHours.ts'
import type { MessageStore, NewMessage, Outbox, StoredMessage } from './ports.ts'

export interface OutboxDeps {
  store: MessageStore
  settings: SettingsReader
  now: () => Instant
}

/** The outbox that other rooms put messages into. */
export const makeOutbox = ({ store, settings, now }: OutboxDeps): Outbox => ({
  put: async (authority, messages, by) => {
    const { quietHours } = await settings(authority.code, null)
    const at = now()
    const added = messages.map((message) => newMessage(message, quietHours, at))
    await store.put(authority, added, { by, at })
  },

  withdraw: async (authority, { reviewRef, kinds }, by) => {
    const withdrawn: StoredMessage[] = []
    for (const { messageId } of await store.about(authority, { reviewRef })) {
      // What a worker has claimed meanwhile is on its way, and stays.
      const message = await store.change(authority, messageId, now(), ({ kind, state }) =>
        kinds.includes(kind) && (state === 'draft' || state === 'waiting')
          ? { step: 'withdraw', why: null, nextAt: null, by }
          : null,
      )
      if (message) withdrawn.push(message)
    }
    return withdrawn
  },

  ofReview: (authority, reviewRef) => store.about(authority, { reviewRef }),
  ofChild: (authority, child) => store.about(authority, { child }),
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
