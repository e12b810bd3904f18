import { type MessageKind, messageKindWords } from '../../house/messageKind.ts'
import { channels, contactRoles, type ContactFact } from '../../participation/registers/contacts.ts'
import { choiceField, chosenField, itemsOf } from '../../platform/web/forms/choices.ts'
import { formOf, type FaultIn, type TypedIn } from '../../platform/web/forms/form.ts'
import { hiddenNumber, lineField, linesField } from '../../platform/web/forms/texts.ts'
import type { StoredMessage } from '../app/ports.ts'
import type { Providers } from '../app/provider.ts'
import { allChannels } from '../domain/channels.ts'
import { messagePath } from './words.ts'

const MOST_CHARACTERS = 20_000
const words = () => linesField({ most: MOST_CHARACTERS })
/** The version of a message that a form is about; -1, which none has, where it makes no sense. */
const version = () => hiddenNumber(-1)

/** The form in which a message is sent again. */
export const againForm = (providers: Providers) =>
  formOf({
    version: version(),
    channel: choiceField(
      allChannels.map((channel) => ({
        value: channel,
        text: channels[channel],
        ...(!providers[channel] && {
          hint: {
            text: channel === 'LETTER' ? 'To print and post yourself' : 'Nothing is set up for it here: it would wait',
          },
        }),
      })),
    ),
    address: words(),
    subject: lineField({ most: MOST_CHARACTERS }),
    body: words(),
  })
type AgainForm = ReturnType<typeof againForm>

/** The form of a draft’s words, and which button was pressed. */
export const draftForm = formOf({
  version: version(),
  subject: lineField({ most: MOST_CHARACTERS }),
  body: words(),
  then: chosenField(itemsOf({ approve: 'Approve and send', save: 'Save the draft' }), 'save'),
})

/** The form that says how a message was dealt with. */
export const settleForm = formOf({ version: version(), reason: lineField({ most: MOST_CHARACTERS }) })

/** A form of a button alone. */
export const versionForm = formOf({ version: version() })

/** All that again.njk shows. `contact`: whom it goes to, as the register has them now; null where it has them no more. */
export function againPage(
  message: StoredMessage,
  typed: TypedIn<AgainForm>,
  faults: readonly FaultIn<AgainForm>[],
  { contact, kinds, providers, code, csrfToken }: AgainSurroundings,
) {
  const isOut = message.state === 'sent' || message.state === 'delivered'
  return {
    title: message.state === 'waiting' ? 'Change the message' : 'Send the message again',
    what: `${messageKindWords(kinds, message.kind)}, to ${message.name} (${contactRoles[message.role]})`,
    back: { href: messagePath(code, message.messageId), text: 'Message' },
    action: messagePath(code, message.messageId, 'again'),
    csrfToken,
    ...againForm(providers).shown(typed, faults, { whole: 'top' }),
    warning: isOut
      ? 'It was sent already. The person who has it will have it twice.'
      : message.state === 'needs_someone'
        ? message.reason
        : null,
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

/** What stands around a message that is sent again. */
export interface AgainSurroundings {
  contact: ContactFact | null
  /** Every kind that rooms declare. */
  kinds: readonly MessageKind[]
  providers: Providers
  code: string
  csrfToken: string
}
