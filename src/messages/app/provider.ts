import type { MessageChannel } from '../../participation/registers/contacts.ts'
import type { Answer, Delivery, Found } from '../domain/answer.ts'
import type { StoredMessage } from './ports.ts'

/** Somebody who takes messages and carries them: what there is to say of them is data, nothing is thrown. */
export interface Provider {
  /** As it is noted with the message. */
  name: string
  send: (message: StoredMessage, reference: string) => Promise<Answer>
  /** What it can be asked later; null where it can't be asked. */
  asks: {
    find: (message: StoredMessage, reference: string) => Promise<Found>
    delivery: (providerId: string) => Promise<Delivery>
  } | null
}

/** Who carries what. A channel without a provider is not set up. */
export type Providers = Readonly<Partial<Record<MessageChannel, Provider>>>
