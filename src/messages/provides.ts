import type { Provision } from '../house/house.ts'
import { messagesServices, outboxPort } from './services.ts'

/** Messages are put into the database, unless a house says otherwise. */
export const messagesProvides: readonly Provision[] = [outboxPort.by((house) => messagesServices(house).outbox)]
