import { stateAfter as after, workflow } from '../../workflows/describe.ts'
import { type MessageState, messageStates } from './message.ts'

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
export const messageCourse = workflow<MessageState, Step>({
  name: 'message',
  label: 'Message',
  states: {
    draft: { label: messageStates.draft, isStart: true },
    waiting: { label: messageStates.waiting, isStart: true },
    sending: { label: messageStates.sending },
    sent: { label: messageStates.sent },
    delivered: { label: messageStates.delivered, isEnd: true },
    needs_someone: { label: messageStates.needs_someone },
    withdrawn: { label: messageStates.withdrawn, isEnd: true },
    settled: { label: messageStates.settled, isEnd: true },
  },
  steps: {
    put: { label: 'Write', moves: { draft: 'draft', waiting: 'waiting' } },
    approve: { label: 'Approve', moves: { draft: 'waiting' } },
    edit: { label: 'Change the words', moves: { draft: 'draft' } },
    postpone: { label: 'Put off', moves: { waiting: 'waiting' } },
    claim: { label: 'Begin to send', moves: { waiting: 'sending' } },
    // A provider's answer may come when we had stopped waiting for it: then it is known after all.
    taken: { label: 'Note as sent', moves: { sending: 'sent', needs_someone: 'sent' } },
    not_taken: { label: 'Put back in line', moves: { sending: 'waiting' } },
    look: { label: 'Ask whether it has gone', moves: { sending: 'sending' } },
    give_up: {
      label: 'Ask someone to look',
      moves: { waiting: 'needs_someone', sending: 'needs_someone', sent: 'needs_someone' },
    },
    ask: { label: 'Ask whether it arrived', moves: { sent: 'sent' } },
    arrive: { label: 'Note as arrived', moves: { sent: 'delivered' } },
    withdraw: { label: 'Withdraw', moves: { draft: 'withdrawn', waiting: 'withdrawn' } },
    settle: { label: 'Note as dealt with', moves: { draft: 'settled', waiting: 'settled', needs_someone: 'settled' } },
    post: { label: 'Note as posted by hand', moves: { waiting: 'sent', needs_someone: 'sent' } },
    replace: {
      label: 'Send another in its place',
      moves: { waiting: 'withdrawn', sent: 'sent', delivered: 'delivered', needs_someone: 'settled' },
    },
  },
})

/** The state in which the step leaves a message; null where it can't happen. */
export const stateAfter = (state: MessageState, step: Step): MessageState | null => after(messageCourse, state, step)
