import { quietHoursSetting } from '../settings.ts'
import { messagesPermissions } from '../permissions.ts'
import type { MessageChannel } from '../../participation/registers/contacts.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { VisibleChildrenOf } from '../../access/app/visibleChildren.ts'
import type { Actor } from '../../access/domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import { addressProblem, cleanAddress, type AddressProblem } from '../domain/channels.ts'
import { type Step, stateAfter } from '../domain/course.ts'
import type { MessageState } from '../domain/message.ts'
import { mayGoAt } from '../domain/quietHours.ts'
import { maySeeMessage } from './maySeeMessage.ts'
import { newMessage } from './outbox.ts'
import type { MessageChange, MessageStore, StoredMessage } from './ports.ts'

/** What is wrong with what someone wants to do with a message. */
export type HandlingProblem =
  | ChangedMeanwhile
  | { code: 'not_possible'; state: MessageState }
  | { code: 'reason_missing' }
  | { code: 'subject_missing' }
  | { code: 'body_missing' }
  | { code: 'address_wrong'; channel: MessageChannel; problem: AddressProblem }

/** Which message, as the person who acts has seen it. */
export interface Handled {
  messageId: string
  /** The version that they have seen: where it is another by now, nothing is done. */
  version: number
}

export interface Words {
  subject: string
  body: string
}

/** Done, with the message that there is now to look at; or why not. */
export type Outcome = { code: 'done'; message: StoredMessage } | { code: 'refused'; problems: HandlingProblem[] }

/** What people do with messages. Null where there is no such message, or not for them: the same answer. */
export interface Handling {
  find: (actor: Actor, permission: Permission, messageId: string) => Promise<StoredMessage | null>
  /** Changes a draft's words and, if wanted, approves it. */
  saveDraft: (actor: Actor, handled: Handled, words: Words, isApproved: boolean) => Promise<Outcome | null>
  withdraw: (actor: Actor, handled: Handled) => Promise<Outcome | null>
  /** Notes that someone has dealt with it in another way, and how. */
  settle: (actor: Actor, handled: Handled, reason: string) => Promise<Outcome | null>
  /** Notes that a letter was put in the post by hand. */
  markPosted: (actor: Actor, handled: Handled) => Promise<Outcome | null>
  /** Sends another in its place; gives the new one. */
  sendAgain: (
    actor: Actor,
    handled: Handled,
    again: Words & { channel: MessageChannel; address: string },
  ) => Promise<Outcome | null>
}

export interface HandlingDeps {
  store: MessageStore
  visibleChildrenOf: VisibleChildrenOf
  settings: SettingsReader
  now: () => Instant
}

export function makeHandling({ store, visibleChildrenOf, settings, now }: HandlingDeps): Handling {
  const find: Handling['find'] = async (actor, permission, messageId) => {
    const message = await store.find(actor.authority, messageId)
    return message && maySeeMessage(await visibleChildrenOf(actor, permission), message) ? message : null
  }

  /** Takes a step in someone's name, unless something is wrong or someone else came first. */
  async function act(
    actor: Actor,
    { messageId, version }: Handled,
    step: Step,
    wrongWith: (message: StoredMessage) => readonly HandlingProblem[],
    change: (message: StoredMessage) => Omit<MessageChange, 'step' | 'by'>,
  ): Promise<Outcome | null> {
    const seen = await find(actor, messagesPermissions.send, messageId)
    if (!seen) return null
    const wrong = wrongWith(seen)
    if (wrong.length > 0) return { code: 'refused', problems: [...wrong] }
    let problem: HandlingProblem = { code: 'changed_meanwhile' }
    const message = await store.change(actor.authority, messageId, now(), (current) => {
      if (current.version !== version) return null
      const isLetter = current.channel === 'LETTER'
      const isOver = stateAfter(current.state, step) === null || (step === 'replace' && current.replacedBy !== null)
      if (isOver || (step === 'post' && !isLetter)) {
        problem = { code: 'not_possible', state: current.state }
        return null
      }
      return { ...change(current), step, by: actor.personId }
    })
    return message ? { code: 'done', message } : { code: 'refused', problems: [problem] }
  }

  return {
    find,

    saveDraft: async (actor, handled, words, isApproved) => {
      const quietHours = quietHoursSetting.of(await settings(actor.authority, null))
      return act(
        actor,
        handled,
        isApproved ? 'approve' : 'edit',
        ({ channel }) => wordsProblems(words, channel),
        (message) => {
          if (!isApproved) return { why: null, nextAt: null, set: words }
          const at = now()
          // From now on it waits: how old the draft was does not matter.
          const isLater = message.sendFrom !== null && message.sendFrom.epochMilliseconds > at.epochMilliseconds
          const sendFrom = isLater && message.sendFrom ? message.sendFrom : at
          return { why: null, nextAt: mayGoAt({ ...message, sendFrom }, quietHours, at), set: { ...words, sendFrom } }
        },
      )
    },

    withdraw: (actor, handled) => act(actor, handled, 'withdraw', fine, () => ({ why: null, nextAt: null })),

    settle: (actor, handled, reason) =>
      act(
        actor,
        handled,
        'settle',
        () => (reason === '' ? [{ code: 'reason_missing' }] : []),
        () => ({
          why: reason,
          nextAt: null,
        }),
      ),

    markPosted: (actor, handled) =>
      act(actor, handled, 'post', fine, () => ({ why: 'Put in the post by hand.', nextAt: null })),

    sendAgain: async (actor, handled, { channel, address: typed, subject, body }) => {
      const address = cleanAddress(channel, typed)
      const wrongAddress = addressProblem(channel, address)
      const wrong: HandlingProblem[] = [
        ...(wrongAddress ? [{ code: 'address_wrong', channel, problem: wrongAddress } as const] : []),
        ...wordsProblems({ subject, body }, channel),
      ]
      const quietHours = quietHoursSetting.of(await settings(actor.authority, null))
      const done = await act(
        actor,
        handled,
        'replace',
        () => wrong,
        (message) => {
          // One for each version that was seen: the same form sent twice is one message.
          const key = `${message.key}, again after version ${message.version}`
          const again = { ...message, key, channel, address, subject, body, sendFrom: null, isDraft: false }
          return {
            why: 'Another was sent in its place.',
            // What is already with the provider is still asked after.
            nextAt: message.state === 'sent' ? message.nextAt : null,
            replacement: newMessage(again, quietHours, now(), message.messageId),
          }
        },
      )
      if (done?.code !== 'done') return done
      const replacement = done.message.replacedBy && (await store.find(actor.authority, done.message.replacedBy))
      return replacement ? { code: 'done', message: replacement } : done
    },
  }
}

const fine = (): readonly HandlingProblem[] => []

/** A text message has no subject. */
function wordsProblems({ subject, body }: Words, channel: MessageChannel): HandlingProblem[] {
  return [
    ...(subject === '' && channel !== 'TEXT' ? [{ code: 'subject_missing' } as const] : []),
    ...(body === '' ? [{ code: 'body_missing' } as const] : []),
  ]
}
