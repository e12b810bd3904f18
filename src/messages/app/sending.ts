import { quietHoursSetting } from '../settings.ts'
import type { Instant } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import {
  type Answer,
  NOBODY_CAN_SAY,
  type SendingRules,
  type Turn,
  turnAfter,
  turnAfterAsking,
  turnAfterLooking,
} from '../domain/answer.ts'
import { mayGoAt } from '../domain/quietHours.ts'
import type { MessageChange, MessageStore, StoredMessage } from './ports.ts'
import type { Provider, Providers } from './provider.ts'

/** By whom the history says that what nobody did by hand was done. */
export const FOOTPRINT_ID = 'footprint'

export interface SendingDeps {
  store: MessageStore
  providers: Providers
  settings: SettingsReader
  now: () => Instant
  rules: SendingRules
}

/** Takes the next step of a message, whatever it is by now; does nothing where none is due. */
export type TakeNextStep = (authority: string, messageId: string) => Promise<void>

/** Our name for one try to send a message, under which the provider can be asked for it. */
const referenceOf = ({ messageId, attempts }: StoredMessage, attempt = attempts): string => `${messageId}-${attempt}`

/** What sends messages and looks after them. Source: `docs/decisions/0007`. */
export function makeTakeNextStep({ store, providers, settings, now, rules }: SendingDeps): TakeNextStep {
  const isReached = (moment: Instant | null): boolean =>
    moment !== null && moment.epochMilliseconds <= now().epochMilliseconds
  const providerNamed = (name: string | null): Provider | null =>
    Object.values(providers).find((provider) => provider.name === name) ?? null

  const changeOf = ({ step, why, nextAt, providerId }: Turn): MessageChange => ({
    step,
    why,
    nextAt,
    by: FOOTPRINT_ID,
    ...(providerId !== undefined && { set: { providerId } }),
  })

  /** Notes a turn, unless someone else has changed the message since it was read. */
  const note = (authority: string, message: StoredMessage, turn: Turn) =>
    store.change(authority, message.messageId, now(), ({ version }) =>
      version === message.version ? changeOf(turn) : null,
    )

  async function send(authority: string, message: StoredMessage): Promise<void> {
    const provider = providers[message.channel]
    // Nothing is set up for the channel: it waits until something is, or until someone does it by hand.
    if (!provider) return
    const goesAt = mayGoAt(message, quietHoursSetting.of(await settings(authority, null)), now())
    if (!isReached(goesAt)) {
      await note(authority, message, { step: 'postpone', why: null, nextAt: goesAt })
      return
    }
    if (isStale(message)) {
      const why = `It waited for more than ${counted(rules.staleDays, 'day')}, so what it says may be wrong by now.`
      await note(authority, message, { step: 'give_up', why, nextAt: null })
      return
    }
    const startedAt = now()
    const claimed = await store.change(authority, message.messageId, startedAt, ({ state, version }) =>
      state === 'waiting' && version === message.version
        ? {
            step: 'claim',
            why: null,
            nextAt: startedAt.add({ seconds: rules.leaseSeconds }),
            by: FOOTPRINT_ID,
            set: { provider: provider.name },
          }
        : null,
    )
    if (!claimed) return
    const answer = await ask(provider, claimed, message.provider, startedAt)
    if (answer) await record(authority, claimed, answer, provider)
  }

  const isStale = ({ attempts, sendFrom, putAt }: StoredMessage): boolean =>
    attempts === 0 && isReached((sendFrom ?? putAt).add({ hours: 24 * rules.staleDays }))

  /** Asks the provider to send it; null where we were held up for so long that others may be looking after it. */
  async function ask(
    provider: Provider,
    claimed: StoredMessage,
    lastProvider: string | null,
    startedAt: Instant,
  ): Promise<Answer | null> {
    const { asks } = provider
    // The provider said that it had not taken it. Before it is told again, it is asked again.
    if (asks && claimed.attempts > 1 && lastProvider === provider.name) {
      const before = await asks.find(claimed, referenceOf(claimed, claimed.attempts - 1))
      if (before.code === 'found') return { code: 'taken', providerId: before.providerId }
      if (before.code === 'silent') return { code: 'not_taken', why: 'The provider does not answer.' }
    }
    if (isReached(startedAt.add({ seconds: rules.leaseSeconds / 2 }))) return null
    return provider.send(claimed, referenceOf(claimed))
  }

  async function record(authority: string, claimed: StoredMessage, answer: Answer, provider: Provider): Promise<void> {
    const { attempts, messageId } = claimed
    await store.change(authority, messageId, now(), (message) => {
      const turn = turnAfter(answer, { attempts, isAskable: provider.asks !== null, now: now(), rules })
      const isOurs = message.attempts === attempts && message.state === 'sending'
      // We were slow, and the person who looked after it had given up: that it was taken is better to know late than never.
      const isLate = message.attempts === attempts && message.state === 'needs_someone' && turn.step === 'taken'
      return isOurs || isLate ? changeOf(turn) : null
    })
  }

  /** Someone began to send it and has not said how that ended. */
  async function lookAfter(authority: string, message: StoredMessage): Promise<void> {
    const asks = providerNamed(message.provider)?.asks
    if (!asks) {
      const why = `Sending it was interrupted. ${NOBODY_CAN_SAY}`
      await note(authority, message, { step: 'give_up', why, nextAt: null })
      return
    }
    const found = await asks.find(message, referenceOf(message))
    await note(authority, message, turnAfterLooking(found, message.asks, now(), rules))
  }

  async function askWhetherItArrived(authority: string, message: StoredMessage): Promise<void> {
    const asks = providerNamed(message.provider)?.asks
    const turn =
      asks && message.providerId !== null
        ? turnAfterAsking(await asks.delivery(message.providerId), message.asks, now(), rules)
        : { step: 'ask' as const, why: null, nextAt: null }
    await note(authority, message, turn)
  }

  return async (authority, messageId) => {
    const message = await store.find(authority, messageId)
    if (!message || !isReached(message.nextAt)) return
    switch (message.state) {
      case 'waiting':
        return send(authority, message)
      case 'sending':
        return lookAfter(authority, message)
      case 'sent':
        return askWhetherItArrived(authority, message)
      case 'draft':
      case 'delivered':
      case 'needs_someone':
      case 'withdrawn':
      case 'settled':
        return
    }
  }
}
