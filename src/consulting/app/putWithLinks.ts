import type { MessageKind } from '../../house/messageKind.ts'
import type { Outbox, PutHow } from '../../messages/app/ports.ts'
import type { Message, MessageToSend } from '../../messages/domain/message.ts'
import type { Unit } from '../../platform/unitOfWork.ts'

type Known = Pick<Message, 'key' | 'kind' | 'contactRef'>

/** The messages of these kinds. */
const ofKinds = <One extends Known>(messages: readonly One[], kinds: readonly MessageKind[]): One[] =>
  messages.filter(({ kind }) => kinds.some(({ id }) => id === kind))

/** How many messages of these kinds there are: a form carries it, so that a person who did not see them looks again. */
export const versionOfAsked = (messages: readonly Known[], kinds: readonly MessageKind[]): string => {
  const count = ofKinds(messages, kinds).length
  return count === 0 ? '' : String(count)
}

/** Which people are written to about a review, and what was known when that was decided. */
interface Writing<Contact> {
  reviewRef: string
  kinds: readonly MessageKind[]
  contacts: readonly Contact[]
  before: readonly Known[]
  /** The message to someone, with a link that ends their older ones; null where there is no way to reach them. */
  write: (contact: Contact) => Promise<MessageToSend | null>
}

/**
 * Puts in messages with links as part of the unit. A new link ends the older ones: messages that wait with one of those are
 * withdrawn, and those whom somebody else wrote to at the same moment keep the link that they are sent.
 */
export async function putWithLinks<Contact extends { contactRef: string }>(
  outbox: Pick<Outbox, 'put' | 'withdraw' | 'ofReview'>,
  unit: Unit,
  { reviewRef, kinds, contacts, before, write }: Writing<Contact>,
  how: PutHow,
): Promise<void> {
  const now = ofKinds(await outbox.ofReview(unit, reviewRef), kinds)
  const known = new Set(before.map(({ key }) => key))
  const writtenMeanwhile = new Set(now.filter(({ key }) => !known.has(key)).map(({ contactRef }) => contactRef))
  const made: MessageToSend[] = []
  for (const contact of contacts) {
    if (writtenMeanwhile.has(contact.contactRef)) continue
    const message = await write(contact)
    if (message) made.push(message)
  }
  if (made.length === 0) return
  const renewed = new Set(made.map(({ contactRef }) => contactRef))
  const keys = now.filter(({ contactRef }) => renewed.has(contactRef)).map(({ key }) => key)
  await outbox.withdraw(unit, { keys }, how.by)
  await outbox.put(unit, made, how)
}
