import { accessServices } from '../access/services.ts'
import { roomsPort } from '../children/services.ts'
import { type Port, port, service } from '../house/house.ts'
import { messageKindsOf } from '../house/joined.ts'
import { settingsStoreOf } from '../house/services.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { MessageKind } from '../house/messageKind.ts'
import type { Instant } from '../kernel/dates.ts'
import { type Handling, makeHandling } from './app/handling.ts'
import { makeLookForWork } from './app/lookForWork.ts'
import { makeOutbox } from './app/outbox.ts'
import type { MessageStore, Outbox } from './app/ports.ts'
import type { Providers } from './app/provider.ts'
import { type TakeNextStep, makeTakeNextStep } from './app/sending.ts'
import { makeMessageStore } from './db/messageStore.ts'
import { type SendingRules, sendingRules } from './domain/answer.ts'
import type { VisibleChildrenOf } from '../access/app/visibleChildren.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import type { Database } from '../platform/database/database.ts'
import { makeSendJobs } from '../platform/jobs/sender.ts'
import { type Workers, type WorkersOptions, startWorkers } from '../platform/jobs/workers.ts'
import { traceOf } from '../platform/web/errors.ts'
import type { SettingsReader } from '../settings/app/ports.ts'

/** Messages, on one database. */
export interface MessageServices {
  /** What other rooms put messages into. */
  outbox: Outbox
  messages: MessageStore
  handling: Handling
  /** Who carries what; a channel that is missing is not set up. */
  providers: Providers
  takeNextStep: TakeNextStep
  /** Has jobs remind of every message whose next step is due; gives how many. */
  lookForWork: () => Promise<number>
}

export interface MessageSurroundings {
  providers: Providers
  /** Every kind of message that rooms declare. */
  kinds: readonly MessageKind[]
  settings: SettingsReader
  visibleChildrenOf: VisibleChildrenOf
  now: () => Instant
  rules?: SendingRules
}

/** The services of messages on a database that is open. */
export function messageServicesOn(
  database: Database,
  { providers, kinds, settings, visibleChildrenOf, now, rules = sendingRules }: MessageSurroundings,
): MessageServices {
  const store = makeMessageStore(database, makeSendJobs(database))
  const authorities = () => authoritiesHere(database)
  return {
    outbox: makeOutbox({ store, kinds, now }),
    messages: store,
    handling: makeHandling({ store, visibleChildrenOf, settings, now }),
    providers,
    takeNextStep: makeTakeNextStep({ store, providers, settings, now, rules }),
    lookForWork: makeLookForWork({ store, providers, authorities, now }),
  }
}

/** Who carries what; a channel that is missing is not set up. The configuration of the installation says. */
export const providersPort: Port<Providers> = port('who carries messages')

/** Messages, in this house. */
export const messagesServices = service((house) =>
  messageServicesOn(house.database, {
    providers: providersPort.of(house),
    kinds: messageKindsOf(roomsPort.of(house)),
    settings: settingsStoreOf(house).read,
    visibleChildrenOf: accessServices(house).visibleChildrenOf,
    now: house.now,
  }),
)

/** Where rooms put messages. */
export const outboxPort: Port<Outbox> = port('where messages are put')

/** Has this process work on the jobs of the database, with whatever other processes do. */
export const startWorking = (
  { takeNextStep, lookForWork }: Pick<MessageServices, 'takeNextStep' | 'lookForWork'>,
  url: string,
  log: FastifyBaseLogger,
  seconds?: WorkersOptions['seconds'],
): Promise<Workers> =>
  startWorkers({
    url,
    handlers: { sending: ({ authority, id }) => takeNextStep(authority, id) },
    lookForWork: async () => {
      await lookForWork()
    },
    onFault: (fault) => {
      log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'a job failed')
    },
    ...(seconds && { seconds }),
  })
