/** An outbox in memory, that sends nothing by itself: a test says what has gone. */
import { type Instant, instant } from '../../src/kernel/dates.ts'
import type { Outbox, Where } from '../../src/messages/app/ports.ts'
import type { Message, MessageState, MessageToSend } from '../../src/messages/domain/message.ts'

/** What tests may ask of it besides. */
export interface TestOutbox extends Outbox {
  /** All that was ever put in, latest first. */
  all: () => readonly Message[]
  /** Has what waits, of these contacts or of all, be in this state. */
  now: (state: MessageState, contactRefs?: readonly string[]) => void
}

export function anOutbox(): TestOutbox {
  let messages: readonly { authority: string; message: Message }[] = []
  let seconds = 0
  const tick = (): Instant => instant('2022-11-22T09:00:00Z').add({ seconds: ++seconds })
  const made = ({ kind, ...content }: MessageToSend, by: string): Message => ({
    ...content,
    kind: kind.id,
    isDraft: kind.needsApproval,
    messageId: `m${seconds}`,
    state: kind.needsApproval ? 'draft' : 'waiting',
    reason: null,
    attempts: 0,
    putAt: tick(),
    putBy: by,
    sentAt: null,
    version: 1,
  })
  const change = (isMeant: (message: Message) => boolean, state: MessageState): Message[] => {
    const changed: Message[] = []
    messages = messages.map((one) => {
      if (!isMeant(one.message)) return one
      const message = { ...one.message, state, version: one.message.version + 1 }
      changed.push(message)
      return { ...one, message }
    })
    return changed
  }
  const of = (authority: string, isMeant: (message: Message) => boolean) =>
    messages.filter((one) => one.authority === authority && isMeant(one.message)).map(({ message }) => message)
  return {
    put: ({ authority }, toSend, { by }) => {
      for (const message of toSend) {
        const isThere = of(authority.code, ({ key }) => key === message.key).length > 0
        if (!isThere) messages = [{ authority: authority.code, message: made(message, by) }, ...messages]
      }
      return Promise.resolve()
    },
    withdraw: ({ authority }, which) => {
      const isAmong = (message: Message) =>
        'keys' in which
          ? which.keys.includes(message.key)
          : message.reviewRef === which.reviewRef && which.kinds.some(({ id }) => id === message.kind)
      const meant = new Set(
        of(authority.code, isAmong)
          .filter(({ state }) => state === 'waiting' || state === 'draft')
          .map(({ messageId }) => messageId),
      )
      return Promise.resolve(change(({ messageId }) => meant.has(messageId), 'withdrawn'))
    },
    ofReview: (where, reviewRef) => Promise.resolve(of(codeOf(where), (message) => message.reviewRef === reviewRef)),
    ofChild: (where, child) => Promise.resolve(of(codeOf(where), (message) => message.child === child)),
    all: () => messages.map(({ message }) => message),
    now: (state, contactRefs) => {
      change((one) => one.state === 'waiting' && (contactRefs?.includes(one.contactRef) ?? true), state)
    },
  }
}

const codeOf = (where: Where): string => (typeof where === 'string' ? where : where.authority.code)
