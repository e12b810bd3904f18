/** Messages for tests. */
import { quietHoursSetting } from '../../src/messages/settings.ts'
import { randomUUID } from 'node:crypto'
import { invitingKinds } from '../../src/inviting/messageKinds.ts'
import { messageKindsOf } from '../../src/house/joined.ts'
import { rooms } from '../../src/main/rooms.ts'
import { type Instant, instant } from '../../src/kernel/dates.ts'
import { type MessageServices, messageServicesOn } from '../../src/messages/services.ts'
import type { Outbox, StoredMessage } from '../../src/messages/app/ports.ts'
import type { Providers } from '../../src/messages/app/provider.ts'
import type { MessageToSend } from '../../src/messages/domain/message.ts'
import type { InOneTransaction } from '../../src/platform/unitOfWork.ts'
import { makeInOneTransaction } from '../../src/platform/database/inOneTransaction.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { type TestDatabase, aDatabase } from './database.ts'

/** An invitation by email, with what a test says of it. */
export const aMessage = (more: Partial<MessageToSend> = {}): MessageToSend => ({
  key: randomUUID(),
  kind: invitingKinds.invitation,
  child: '100001',
  reviewRef: 'R-1',
  contactRef: 'mother',
  role: 'MOTHER',
  name: 'Mary Fenwick',
  channel: 'EMAIL',
  address: 'mary.fenwick@example.org',
  subject: 'An invitation',
  body: 'Dear Mary,\n\nYou are invited to a meeting.\nThe details are behind this link.',
  tells: null,
  event: null,
  sendFrom: null,
  ...more,
})

/** Puts messages in, in a unit of work of their own. */
export async function putIn(
  inOneTransaction: InOneTransaction,
  outbox: Outbox,
  messages: readonly MessageToSend[],
  by: string,
): Promise<void> {
  const quietHours = quietHoursSetting.of(defaultSettings)
  await inOneTransaction(demoAuthority, async (unit) => {
    await outbox.put(unit, messages, { by, quietHours })
    return {}
  })
}

/** A clock that a test sets. */
export interface TestClock {
  now: () => Instant
  /** Lets so many seconds pass. */
  pass: (seconds: number) => void
  /** Goes by the clock on the wall until more time is to pass: for what other processes do as well. */
  setToNow: () => void
}

/** A clock that stands still at a moment, midday in winter unless said otherwise. */
export function aClock(start = '2026-11-24T12:00:00Z'): TestClock {
  let moment = instant(start)
  return {
    now: () => moment,
    pass: (seconds) => {
      moment = moment.add({ seconds })
    },
    setToNow: () => {
      moment = instant(new Date().toISOString())
    },
  }
}

/** What tests of sending work with. */
export interface TestSending extends MessageServices {
  clock: TestClock
  test: TestDatabase
  /** Puts a message in and gives it. */
  put: (more?: Partial<MessageToSend>) => Promise<StoredMessage>
  /** The message as it is now. */
  now: (message: Pick<StoredMessage, 'messageId'>) => Promise<StoredMessage>
  /** Lets the time pass that the message waits for, and takes its next step; gives it as it then is. */
  next: (message: Pick<StoredMessage, 'messageId'>) => Promise<StoredMessage>
}

/** Messages on a database of the test file's own, with these providers and a clock that the test sets. */
export async function aSending(providers: Providers, clock = aClock()): Promise<TestSending> {
  const test = await aDatabase()
  // One, as in a process: units that each came by their own would wait in the database with all of its connections.
  const inOneTransaction = makeInOneTransaction(test.database)
  const services = messageServicesOn(test.database, {
    providers,
    kinds: messageKindsOf(rooms),
    settings: () => Promise.resolve(defaultSettings),
    visibleChildrenOf: () => Promise.resolve({ only: null, sealed: new Set() }),
    now: clock.now,
  })
  const now: TestSending['now'] = async ({ messageId }) => {
    const found = await services.messages.find(demoAuthority.code, messageId)
    if (!found) throw new Error('there is no such message')
    return found
  }
  return {
    ...services,
    clock,
    test,
    now,
    put: async (more = {}) => {
      const message = aMessage(more)
      await putIn(inOneTransaction, services.outbox, [message], 'p1')
      const all = await services.messages.about(demoAuthority.code, { child: message.child })
      const found = all.find(({ key }) => key === message.key)
      if (!found) throw new Error('the message was not put in')
      return found
    },
    next: async (message) => {
      const { nextAt, messageId } = await now(message)
      const wait = nextAt === null ? 0 : nextAt.epochMilliseconds - clock.now().epochMilliseconds
      clock.pass(Math.max(0, Math.ceil(wait / 1000)))
      await services.takeNextStep(demoAuthority.code, messageId)
      return now(message)
    },
  }
}
