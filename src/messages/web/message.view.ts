import { type MessageKind, messageKindWords } from '../../house/messageKind.ts'
import { type PlainDate, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { localOf, spokenTime } from '../../kernel/localTimes.ts'
import type { Person } from '../../access/domain/person.ts'
import { nameOf } from '../../access/web/names.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import type { MessageEventLogged, StoredMessage } from '../app/ports.ts'
import type { Providers } from '../app/provider.ts'
import { FOOTPRINT_ID } from '../app/sending.ts'
import { linesOf } from '../domain/channels.ts'
import { type Step, stateAfter } from '../domain/course.ts'
import { type MessageEvent, messageStates } from '../domain/message.ts'
import { draftForm, settleForm, versionForm } from './again.view.ts'
import { channelInWords, messagePath, momentOrNothing, stepInWords } from './words.ts'
import { roleWords } from './roleWords.ts'

/** What stands around a message. */
export interface MessageSurroundings {
  history: readonly MessageEventLogged[]
  people: readonly Person[]
  /** Every kind that rooms declare. */
  kinds: readonly MessageKind[]
  providers: Providers
  code: string
  csrfToken: string
  /** Whether the user may do anything with it. */
  maySend: boolean
  /** Whether what the message is about is a child with a page, and no household. */
  isChild: boolean
}

/** What was sent from one of the page's forms, and what is wrong with it. */
export interface SentOfMessage {
  draft?: { typed: TypedIn<typeof draftForm>; faults: readonly FaultIn<typeof draftForm>[] }
  settle?: { typed: TypedIn<typeof settleForm>; faults: readonly FaultIn<typeof settleForm>[] }
  /** Of a button alone. */
  button?: { faults: readonly FaultIn<typeof versionForm>[] }
}

/** All that message.njk shows. */
export function messagePage(
  message: StoredMessage,
  { history, people, kinds, providers, code, csrfToken, maySend, isChild }: MessageSurroundings,
  sent: SentOfMessage = {},
) {
  const top = { whole: 'top' }
  const draft = draftForm.shown(sent.draft?.typed ?? draftForm.first(message), sent.draft?.faults, top)
  const settle = settleForm.shown(sent.settle?.typed ?? settleForm.first(), sent.settle?.faults, top)
  const button = versionForm.shown(versionForm.first(), sent.button?.faults, top)
  const { messageId, state, channel } = message
  const can = (step: Step) => maySend && stateAfter(state, step) !== null
  const isOpenChannel = providers[channel] !== undefined
  const isLetter = channel === 'LETTER'
  return {
    title: messageKindWords(kinds, message.kind),
    back: { href: authorityPath(code, 'messages'), text: 'Messages' },
    to: `To ${message.name} by ${channelInWords(channel)}`,
    csrfToken,
    version: message.version,
    errors: [...draft.errors, ...settle.errors, ...button.errors],
    warning: state === 'needs_someone' ? message.reason : null,
    note: isOpenChannel ? null : noteOnClosedChannel(message),
    rows: summaryRows(message, people, code, isChild),
    words: { subject: message.subject, paragraphs: paragraphsOf(message.body) },
    draft: can('approve') ? { fields: draft.fields, action: messagePath(code, messageId, 'draft') } : null,
    againHref: can('replace') && message.replacedBy === null ? messagePath(code, messageId, 'again') : null,
    againText: state === 'waiting' ? 'Change the message' : 'Send it again',
    withdrawAction: can('withdraw') ? messagePath(code, messageId, 'withdraw') : null,
    settle: can('settle')
      ? { fields: settle.fields, action: messagePath(code, messageId, 'settle'), isOpen: sent.settle !== undefined }
      : null,
    printHref: isLetter && state !== 'draft' ? messagePath(code, messageId, 'print') : null,
    postedAction: isLetter && can('post') ? messagePath(code, messageId, 'posted') : null,
    history: history.map((event) => ({
      when: momentInWords(event.at),
      who: event.by === FOOTPRINT_ID ? 'Footprint' : nameOf(event.by, people),
      what: stepInWords(event),
      why: event.why,
      was: event.was && { subject: event.was.subject, paragraphs: paragraphsOf(event.was.body) },
    })),
  }
}

/** What to do where nobody carries what is still to go; null where nothing is. */
function noteOnClosedChannel({ state, channel }: StoredMessage): string | null {
  if (state !== 'draft' && state !== 'waiting') return null
  const closed = `Nothing is set up here to send ${channel === 'EMAIL' ? 'an' : 'a'} ${channelInWords(channel)}.`
  if (channel !== 'LETTER') return `${closed} It waits until something is set up.`
  return `${closed} ${state === 'draft' ? 'When it is approved, print' : 'Print'} it and put it in the post.`
}

function summaryRows(message: StoredMessage, people: readonly Person[], code: string, isChild: boolean) {
  const { child, event, nextAt, reviewRef, state } = message
  const linkTo = (id: string | null, text: string) => (id === null ? null : { href: messagePath(code, id), text })
  const rows = [
    { key: 'Where it stands', text: messageStates[state] },
    // What needs someone says why above the table.
    { key: 'Last said', text: state === 'needs_someone' ? '' : (message.reason ?? '') },
    { key: 'To', text: `${message.name} (${roleWords(message.role, isChild)})` },
    { key: 'Address', lines: linesOf(message.address) },
    isChild
      ? { key: 'Child', link: { href: authorityPath(code, 'children', child), text: child } }
      : { key: 'Household', text: child },
    {
      key: 'Review',
      link:
        reviewRef === null || !isChild ? null : { href: authorityPath(code, 'reviews', reviewRef), text: reviewRef },
    },
    { key: 'Meeting', text: event ? meetingInWords(event) : '' },
    { key: 'Goes out', text: state === 'waiting' ? `From ${momentOrNothing(nextAt)}` : '' },
    { key: 'Sent', text: momentOrNothing(message.sentAt) },
    { key: 'By way of', text: message.provider ?? '' },
    { key: 'Written', text: `${momentInWords(message.putAt)} by ${nameOf(message.putBy, people)}` },
    { key: 'In place of', link: linkTo(message.replaces, 'an earlier message') },
    { key: 'In its place', link: linkTo(message.replacedBy, 'a later message') },
  ]
  return rows.filter(({ text, lines, link }) => [text, lines, link].some(Boolean))
}

function meetingInWords({ from, until, isCancelled }: MessageEvent): string {
  const [start, end] = [localOf(from), localOf(until)]
  const when = `${longDateWithWeekday(start.day)}, ${spokenTime(start.time)} to ${spokenTime(end.time)}`
  return isCancelled ? `${when} (does not take place)` : when
}

/** The text of a message as it is shown: paragraphs of lines. */
export const paragraphsOf = (body: string): string[][] =>
  body
    .split(/\r?\n\s*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => paragraph.trim().split(/\r?\n/))

/** All that print.njk shows: the letter as it goes into the envelope, with the day on which it is printed. */
export const printPage = (
  message: StoredMessage,
  { service, council, on }: { service: { name: string; address: string }; council: string; on: PlainDate },
  code: string,
) => ({
  title: message.subject,
  back: { href: messagePath(code, message.messageId), text: 'Message' },
  sender: [service.name, council, ...linesOf(service.address)],
  date: longDate(on),
  to: [message.name, ...linesOf(message.address)].filter((line, index, lines) => lines.indexOf(line) === index),
  paragraphs: paragraphsOf(message.body),
})
