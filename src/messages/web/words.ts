import { channels, type MessageChannel } from '../../participation/registers/contacts.ts'
import type { Instant } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE, inSentence, listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { Fault } from '../../platform/web/forms/form.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { MessageEventLogged } from '../app/ports.ts'
import type { Providers } from '../app/provider.ts'
import { allChannels } from '../domain/channels.ts'
import type { HandlingProblem } from '../app/handling.ts'
import { messageStates } from '../domain/message.ts'

/** The address of a message's page, or of one below it. */
export const messagePath = (code: string, messageId: string, ...parts: readonly string[]): string =>
  authorityPath(code, 'messages', messageId, ...parts)

/** The channels that nobody carries, in words; null where all are set up. */
export function closedChannels(providers: Providers): string | null {
  const closed = allChannels.filter((channel) => !providers[channel])
  if (closed.length === 0) return null
  const names = listed(closed.map((channel) => manyBy[channel]))
  return `Nothing is set up here to send ${names}. They wait until the people who run Footprint set something up. Letters can be printed and posted by hand meanwhile.`
}

const manyBy: Readonly<Record<MessageChannel, string>> = {
  EMAIL: 'emails',
  TEXT: 'text messages',
  LETTER: 'letters',
}

/** How it goes, in the middle of a sentence: `text message`. */
export const channelInWords = (channel: MessageChannel): string => inSentence(channels[channel])

/** What happened, as the history says it. */
export function stepInWords({ step, state, attempts }: MessageEventLogged): string {
  switch (step) {
    case 'put':
      return state === 'draft' ? 'Drafted' : 'Written, to be sent'
    case 'approve':
      return 'Approved'
    case 'edit':
      return 'Words changed'
    case 'postpone':
      return 'Put off'
    case 'claim':
      return `Sending, ${attempts === 1 ? 'first try' : `try ${attempts}`}`
    case 'taken':
      return 'Sent'
    case 'not_taken':
      return 'Not taken: it will be tried again'
    case 'look':
      return 'Not clear whether it has gone: the provider is asked'
    case 'give_up':
      return 'Needs someone'
    case 'ask':
      return 'Asked whether it arrived'
    case 'arrive':
      return 'Arrived'
    case 'withdraw':
      return 'Withdrawn'
    case 'settle':
      return 'Dealt with'
    case 'post':
      return 'Posted by hand'
    case 'replace':
      return 'Sent again'
  }
}

/** What is wrong with what someone wants to do with a message, at the field that it is about. */
export function handlingFault(problem: HandlingProblem): Fault<'reason' | 'subject' | 'body' | 'address'> {
  switch (problem.code) {
    case 'changed_meanwhile':
      return { field: null, text: CHANGED_MEANWHILE }
    case 'not_possible':
      return {
        field: null,
        text: `This can’t be done any more: the message is now “${messageStates[problem.state]}”`,
      }
    case 'reason_missing':
      return { field: 'reason', text: 'Say how it was dealt with' }
    case 'subject_missing':
      return { field: 'subject', text: 'Enter a subject' }
    case 'body_missing':
      return { field: 'body', text: 'Enter the text of the message' }
    case 'address_wrong':
      return { field: 'address', text: addressText(problem) }
  }
}

function addressText({ channel, problem }: Extract<HandlingProblem, { code: 'address_wrong' }>): string {
  switch (problem) {
    case 'missing':
      return `Enter the address for the ${channelInWords(channel)}`
    case 'not_an_email':
      return 'Enter an email address, like name@example.com'
    case 'not_a_number':
      return 'Enter a telephone number, like 07700 900123'
    case 'too_few_lines':
      return 'Enter a postal address of at least 3 lines, with the postcode in the last'
    case 'too_many_lines':
      return 'Enter a postal address of at most 7 lines'
  }
}

/** `22 November 2026 at 10:05`, or nothing. */
export const momentOrNothing = (moment: Instant | null): string => (moment === null ? '' : momentInWords(moment))
