import type { MessageState } from './message.ts'

/**
 * What can happen to a message. `put`: it is there. `approve`: someone has approved the draft. `edit`: its words were
 * changed. `postpone`: not now. `claim`: a worker is about to ask the provider. `taken`, `not_taken`: the provider has
 * taken it, or certainly has not and will be asked again. `look`: nobody knows yet, the provider will be asked by
 * reference. `give_up`: it takes a person. `ask`: it has not arrived yet, ask later. `arrive`: it has arrived. `withdraw`,
 * `settle`, `post`, `replace`: someone withdrew it, dealt with it otherwise, put it in the post, sent another in its place.
 */
export type Step =
  | 'put'
  | 'approve'
  | 'edit'
  | 'postpone'
  | 'claim'
  | 'taken'
  | 'not_taken'
  | 'look'
  | 'give_up'
  | 'ask'
  | 'arrive'
  | 'withdraw'
  | 'settle'
  | 'post'
  | 'replace'

/**
 * What may happen in each state, and in which state it leaves the message. What stands nowhere here can't happen: least
 * of all that a message which may have gone is claimed again. Source: `docs/decisions/0007`.
 */
export const course: Readonly<Record<MessageState, Readonly<Partial<Record<Step, MessageState>>>>> = {
  draft: { put: 'draft', edit: 'draft', approve: 'waiting', withdraw: 'withdrawn', settle: 'settled' },
  waiting: {
    put: 'waiting',
    postpone: 'waiting',
    claim: 'sending',
    give_up: 'needs_someone',
    withdraw: 'withdrawn',
    settle: 'settled',
    post: 'sent',
    replace: 'withdrawn',
  },
  sending: { taken: 'sent', not_taken: 'waiting', look: 'sending', give_up: 'needs_someone' },
  sent: { ask: 'sent', arrive: 'delivered', give_up: 'needs_someone', replace: 'sent' },
  delivered: { replace: 'delivered' },
  // A provider's answer may come when we had stopped waiting for it: then it is known after all.
  needs_someone: { taken: 'sent', settle: 'settled', post: 'sent', replace: 'settled' },
  withdrawn: {},
  settled: {},
}

/** The state in which the step leaves a message; null where it can't happen. */
export const stateAfter = (state: MessageState, step: Step): MessageState | null => course[state][step] ?? null
