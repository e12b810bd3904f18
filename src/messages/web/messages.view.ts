import * as z from 'zod'
import { type MessageKind, messageKindWords } from '../../house/messageKind.ts'
import { channels } from '../../participation/registers/contacts.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import { pageOfPart } from '../../platform/web/paging.ts'
import type { MessageFilters, StoredMessage } from '../app/ports.ts'
import type { Providers } from '../app/provider.ts'
import { type MessageState, messageStates } from '../domain/message.ts'
import { closedChannels, messagePath } from './words.ts'
import { roleWords } from './roleWords.ts'

/** What the list of messages is narrowed to, as it stands in the address. Empty text: not narrowed. */
export const messagesFilters = z.object({ state: textFilter, kind: textFilter, child: textFilter, page: pageFilter })
export type MessagesFilters = z.infer<typeof messagesFilters>

const isState = (text: string): text is MessageState => Object.keys(messageStates).includes(text)
const allStates = Object.keys(messageStates).filter(isState)

/** The filters as the store takes them; what makes no sense narrows nothing. */
export const storeFilters = (
  { state, kind, child }: MessagesFilters,
  kinds: readonly MessageKind[],
): MessageFilters => ({
  states: isState(state) ? [state] : [],
  kind: kinds.some(({ id }) => id === kind) ? kind : '',
  child,
})

/** The counts at the top, in the order of the list, with their words for one and for several. */
const counted: readonly (readonly [state: MessageState, one: string, several: string])[] = [
  ['needs_someone', 'needs someone', 'need someone'],
  ['draft', 'waits for approval', 'wait for approval'],
  ['waiting', 'waits to be sent', 'wait to be sent'],
  ['sending', 'is being sent', 'are being sent'],
  ['sent', 'sent', 'sent'],
  ['delivered', 'arrived', 'arrived'],
]

/** What messages are shown with: the kinds that rooms declare, and who carries what. */
export interface ShownWith {
  kinds: readonly MessageKind[]
  providers: Providers
  /** Whether what a message is about is a child with a page: reviews of households have messages too. */
  isChild: (about: string) => boolean
}

/** All that messages.njk shows: those who need someone first. `total`: of all that the filters leave. */
export function messagesPage(
  { messages, total }: { messages: readonly StoredMessage[]; total: number },
  counts: ReadonlyMap<MessageState, number>,
  filters: MessagesFilters,
  { kinds, providers, isChild }: ShownWith,
  code: string,
) {
  const path = authorityPath(code, 'messages')
  const address = (change: Partial<Record<keyof MessagesFilters, string | number>>) =>
    withQuery(path, { ...filters, page: '', ...change })
  const page = pageOfPart(messages, total, filters.page, (number) => address({ page: number }), ['message'])
  return {
    title: 'Messages',
    note: closedChannels(providers),
    action: path,
    filters,
    counts: counted.map(([state, one, several]) => {
      const count = counts.get(state) ?? 0
      const text = `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
      return { text, href: address({ state }), isCurrent: filters.state === state }
    }),
    selects: {
      state: selectItems(
        'Every state',
        allStates.map((state) => ({ value: state, text: messageStates[state] })),
        filters.state,
      ),
      kind: selectItems(
        'Every kind',
        kinds.map(({ id, words }) => ({ value: id, text: words })),
        filters.kind,
      ),
    },
    isFiltered: [filters.state, filters.kind, filters.child].some(Boolean),
    clearHref: path,
    lettersHref: (counts.get('draft') ?? 0) > 0 ? authorityPath(code, 'messages', 'letters') : null,
    csvHref: withQuery(authorityPath(code, 'messages.csv'), { ...filters, page: '' }),
    rows: page.items.map((message) => rowOf(message, kinds, code, isChild)),
    summary: page.summary,
    pagination: page.pagination,
  }
}

const rowOf = (
  message: StoredMessage,
  kinds: readonly MessageKind[],
  code: string,
  isChild: (about: string) => boolean,
) => ({
  kind: messageKindWords(kinds, message.kind),
  href: messagePath(code, message.messageId),
  hidden: ` to ${message.name} about ${isChild(message.child) ? 'child' : 'household'} ${message.child}, written ${momentInWords(message.putAt)}`,
  when: momentInWords(message.sentAt ?? message.putAt),
  isSent: message.sentAt !== null,
  name: message.name,
  role: roleWords(message.role, isChild(message.child)),
  channel: channels[message.channel],
  child: message.child,
  childHref: isChild(message.child) ? authorityPath(code, 'children', message.child) : null,
  state: messageStates[message.state],
  isUrgent: message.state === 'needs_someone',
  reason: message.state === 'delivered' ? null : message.reason,
})

/** The list of messages as a table to take away. */
export function messagesTable(messages: readonly StoredMessage[]): (string | number)[][] {
  const heading = ['message', 'kind', 'state', 'reason', 'child', 'review_ref', 'role', 'name', 'channel', 'address', 'subject', 'put_at', 'sent_at', 'tries'] // prettier-ignore
  const rows = messages.map((message) => [
    message.messageId,
    message.kind,
    message.state,
    message.reason ?? '',
    message.child,
    message.reviewRef ?? '',
    message.role,
    message.name,
    message.channel,
    message.address,
    message.subject,
    message.putAt.toString(),
    message.sentAt?.toString() ?? '',
    message.attempts,
  ])
  return [heading, ...rows]
}
