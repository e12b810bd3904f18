import * as z from 'zod'
import { channels, contactRoles, type ContactFact } from '../../participation/registers/contacts.ts'
import type { HandlingProblem } from '../app/handling.ts'
import type { Providers, StoredMessage } from '../app/ports.ts'
import { allChannels, isChannel } from '../domain/channels.ts'
import { messageKinds } from '../domain/message.ts'
import { messagePath, problemText } from './words.ts'

const MOST_CHARACTERS = 20_000
const typed = z.string().trim().max(MOST_CHARACTERS).catch('')

/** The version of a message that a form was about; -1, which none has, where it makes no sense. */
export const versionField = z.coerce.number().int().catch(-1)

/** What is typed to send a message again. */
export const againForm = z.object({
  channel: z
    .string()
    .transform((text) => (isChannel(text) ? text : null))
    .catch(null),
  address: typed,
  subject: typed,
  body: typed,
  version: versionField,
})
export type AgainForm = z.infer<typeof againForm>

/** What is typed on a message's own page. */
export const draftForm = z.object({
  subject: typed,
  body: typed,
  /** Which button was pressed. */
  then: z.enum(['approve', 'save']).catch('save'),
  version: versionField,
})
export const settleForm = z.object({ reason: typed, version: versionField })
export const versionForm = z.object({ version: versionField })

/** The form as it stands before anyone types: the message as it was. */
export const againFormOf = ({ channel, address, subject, body, version }: StoredMessage): AgainForm => ({
  channel,
  address,
  subject,
  body,
  version,
})

/** All that again.njk shows. `contact`: whom it goes to, as the register has them now; null where it has them no more. */
export function againPage(
  message: StoredMessage,
  form: AgainForm,
  problems: readonly HandlingProblem[],
  { contact, providers, code, csrfToken }: AgainSurroundings,
) {
  const errors = problems.map(problemText)
  const isOut = message.state === 'sent' || message.state === 'delivered'
  return {
    title: message.state === 'waiting' ? 'Change the message' : 'Send the message again',
    what: `${messageKinds[message.kind]}, to ${message.name} (${contactRoles[message.role]})`,
    back: { href: messagePath(code, message.messageId), text: 'Message' },
    action: messagePath(code, message.messageId, 'again'),
    csrfToken,
    form,
    warning: isOut
      ? 'It was sent already. Whoever has it will have it twice.'
      : message.state === 'needs_someone'
        ? message.reason
        : null,
    errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
    errorOf: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    channelItems: allChannels.map((channel) => ({
      value: channel,
      text: channels[channel],
      checked: form.channel === channel,
      ...(!providers[channel] && {
        hint: {
          text: channel === 'LETTER' ? 'To print and post yourself' : 'Nothing is set up for it here: it would wait',
        },
      }),
    })),
    known: contact
      ? [
          { key: 'Email', value: contact.email },
          { key: 'Text messages', value: contact.phone },
          { key: 'Letters', value: contact.address?.split('\n').join(', ') ?? null },
        ].flatMap(({ key, value }) => (value === null ? [] : [`${key}: ${value}`]))
      : [],
    submitText: message.state === 'waiting' ? 'Save and send' : 'Send',
  }
}

export interface AgainSurroundings {
  contact: ContactFact | null
  providers: Providers
  code: string
  csrfToken: string
}
