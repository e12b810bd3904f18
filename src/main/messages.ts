import type { FastifyBaseLogger } from 'fastify'
import type { MessageKind } from '../house/messageKind.ts'
import type { Instant } from '../kernel/dates.ts'
import { type Handling, makeHandling } from '../messages/app/handling.ts'
import { makeLookAround } from '../messages/app/lookAround.ts'
import { makeOutbox } from '../messages/app/outbox.ts'
import type { MessageStore, Outbox, Providers } from '../messages/app/ports.ts'
import { type TakeNextStep, makeTakeNextStep } from '../messages/app/sending.ts'
import { makeMessageStore } from '../messages/db/messageStore.ts'
import { type SendingRules, sendingRules } from '../messages/domain/answer.ts'
import type { SightOf } from '../access/app/sights.ts'
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
  lookAround: () => Promise<number>
}

export interface MessageSurroundings {
  providers: Providers
  /** Every kind of message that rooms declare. */
  kinds: readonly MessageKind[]
  settings: SettingsReader
  sightOf: SightOf
  now: () => Instant
  rules?: SendingRules
}

/** The services of messages on a database that is open. */
export function messageServicesOn(
  database: Database,
  { providers, kinds, settings, sightOf, now, rules = sendingRules }: MessageSurroundings,
): MessageServices {
  const store = makeMessageStore(database, makeSendJobs(database))
  const authorities = () => authoritiesHere(database)
  return {
    outbox: makeOutbox({ store, kinds, now }),
    messages: store,
    handling: makeHandling({ store, sightOf, settings, now }),
    providers,
    takeNextStep: makeTakeNextStep({ store, providers, settings, now, rules }),
    lookAround: makeLookAround({ store, providers, authorities, now }),
  }
}

/** Has this process work on the jobs of the database, with whatever other processes do. */
export const startWorking = (
  { takeNextStep, lookAround }: Pick<MessageServices, 'takeNextStep' | 'lookAround'>,
  url: string,
  log: FastifyBaseLogger,
  seconds?: WorkersOptions['seconds'],
): Promise<Workers> =>
  startWorkers({
    url,
    handlers: { messages: ({ authority, id }) => takeNextStep(authority, id) },
    lookAround: async () => {
      await lookAround()
    },
    onFault: (fault) => {
      log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'a job failed')
    },
    ...(seconds && { seconds }),
  })
