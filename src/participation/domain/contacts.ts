import type { World } from '../../children/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { type ContactFact, type ContactRole, type MessageChannel, contacts } from '../registers/contacts.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { NotKept } from '../../kernel/words.ts'

/** Someone around a child, as someone enters them. */
export interface ContactEntry {
  /** Null until one is chosen. */
  role: ContactRole | null
  name: string
  channel: MessageChannel | null
  email: string | null
  phone: string | null
  /** The lines of the postal address. */
  address: string | null
  language: string | null
  /** From this day on no longer asked. */
  until: PlainDate | null
}

/** What is wrong with a contact as entered. */
export type ContactProblem =
  { code: 'role_missing' } | { code: 'name_missing' } | { code: 'child_twice' } | ChangedMeanwhile | NotKept

/** Characters. */
export const LONGEST = { name: 200, address: 500, language: 100 } as const

/** What is wrong with the entry beside the child's other contacts on a day; empty where nothing is. */
export function contactProblems(
  entry: ContactEntry,
  others: readonly Pick<ContactFact, 'role' | 'until'>[],
  today: PlainDate,
): ContactProblem[] {
  const problems: ContactProblem[] = []
  if (entry.role === null) problems.push({ code: 'role_missing' })
  if (entry.name === '') problems.push({ code: 'name_missing' })
  // One word to the child, not two with different addresses.
  const isTwice = others.some((other) => other.role === 'CHILD' && isCurrent(other, today))
  if (entry.role === 'CHILD' && isTwice) problems.push({ code: 'child_twice' })
  return problems
}

/** Whether the contact is still asked on the day. */
export const isCurrent = ({ until }: Pick<ContactFact, 'until'>, day: PlainDate): boolean =>
  until === null || isAfter(until, day)

/** The child first, then family and carers, then those who work with the child. */
const order: readonly ContactRole[] = [
  'CHILD', 'MOTHER', 'FATHER', 'PARENT', 'CARER', 'SOCIAL_WORKER', 'EDUCATION', 'HEALTH', 'ADVOCATE',
  'INDEPENDENT_VISITOR', 'INTERPRETER', 'OTHER',
] // prettier-ignore

/** Everyone ever around the child, in the order in which they are named. */
export const contactsOf = (all: readonly ContactFact[], child: string): ContactFact[] =>
  all
    .filter((contact) => contact.child === child)
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.name.localeCompare(b.name))

/** The contacts of a child who are asked and told of things on a day, in the order in which they are named. */
export const currentContacts = (world: World, child: string, day: PlainDate): ContactFact[] =>
  contactsOf(recordsOf(world, contacts), child).filter((contact) => isCurrent(contact, day))

/** A name for a contact that none of the child's others has: `carer`, `carer-2`. It says nothing of who it is. */
export function newContactRef(role: ContactRole, taken: ReadonlySet<string>): string {
  const base = role.toLowerCase().replaceAll('_', '-')
  let ref = base
  for (let number = 2; taken.has(ref); number++) ref = `${base}-${number}`
  return ref
}

/** How someone can be told of things, or what is missing for it. */
export type Reach =
  | { isKnown: true; channel: MessageChannel; address: string }
  /** `channel` null: nobody has asked how, and there is no address of any kind. */
  | { isKnown: false; channel: MessageChannel | null }

/** By the channel that the contact wants; where nobody has asked, by the first for which there is an address. */
export function reachOf(contact: Pick<ContactFact, 'channel' | 'email' | 'phone' | 'address'>): Reach {
  const addresses = { EMAIL: contact.email, TEXT: contact.phone, LETTER: contact.address } as const
  const channel = contact.channel ?? (['EMAIL', 'TEXT', 'LETTER'] as const).find((one) => addresses[one]) ?? null
  if (channel === null) return { isKnown: false, channel }
  const address = addresses[channel]
  return address ? { isKnown: true, channel, address } : { isKnown: false, channel }
}
