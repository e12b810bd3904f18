import { contactRoles } from '../../participation/registers/contacts.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { textsField } from '../../platform/web/forms/texts.ts'
import type { Handled } from '../app/handling.ts'
import type { StoredMessage } from '../app/ports.ts'
import { type MessageKind, messageKindWords } from '../../house/messageKind.ts'
import { paragraphsOf } from './message.view.ts'
import { channelInWords, messagePath } from './words.ts'

/** The drafts that are approved together, each by its version and id. */
export const lettersForm = formOf({ letter: textsField() })

/** What was sent from the page, and what became of it. */
export interface SentOfLetters {
  faults?: readonly FaultIn<typeof lettersForm>[]
  /** How many were approved just now, and how many someone else changed meanwhile. */
  done?: { approved: number; left: number }
}

const BETWEEN = '~'

/** The ticked drafts of a form, as who sent it has seen them. */
export const chosenIn = (letter: readonly string[]): Handled[] =>
  letter.flatMap((field) => {
    const [version = '', ...rest] = field.split(BETWEEN)
    return /^\d{1,9}$/.test(version) ? [{ version: Number(version), messageId: rest.join(BETWEEN) }] : []
  })

/** All that letters.njk shows: drafts in full, so that each is read before it goes. */
export function lettersPage(
  { messages, total }: { messages: readonly StoredMessage[]; total: number },
  kinds: readonly MessageKind[],
  { faults, done }: SentOfLetters,
  code: string,
  csrfToken: string,
) {
  const inOrder = messages.toSorted((a, b) => a.child.localeCompare(b.child) || a.kind.localeCompare(b.kind))
  return {
    title: 'Letters to approve',
    back: { href: authorityPath(code, 'messages'), text: 'Messages' },
    action: authorityPath(code, 'messages', 'letters'),
    csrfToken,
    errors: lettersForm.shown(lettersForm.first(), faults, { whole: 'letters' }).errors,
    done: done && done.approved > 0 ? doneWords(done) : null,
    left: done && done.left > 0 ? leftWords(done.left) : null,
    summary: total === 0 ? '' : `${counted(total, 'letter waits', 'letters wait')} for approval.`,
    more:
      total > messages.length
        ? `The first ${messages.length} are shown. The others follow when these are approved.`
        : '',
    letters: inOrder.map((message) => ({
      id: message.messageId,
      field: `${message.version}${BETWEEN}${message.messageId}`,
      kind: messageKindWords(kinds, message.kind),
      to: `${message.name} (${contactRoles[message.role].toLowerCase()}), by ${channelInWords(message.channel)}`,
      child: message.child,
      childHref: authorityPath(code, 'children', message.child),
      changeHref: messagePath(code, message.messageId),
      subject: message.subject,
      paragraphs: paragraphsOf(message.body),
    })),
  }
}

const doneWords = ({ approved }: { approved: number }): string =>
  `${counted(approved, 'letter is', 'letters are')} approved.`

const leftWords = (left: number): string =>
  `${counted(left, 'letter was', 'letters were')} changed by someone else while you read: read it again below.`
